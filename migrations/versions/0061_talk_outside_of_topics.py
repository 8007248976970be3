"""talk outside of topics

Revision: 0061
Follows: 0060
"""

import sqlalchemy as sa
from alembic import op

revision = '0061'
down_revision = '0060'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('group_talks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_group_talks_incident_id_incidents')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_group_talks_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_group_talks'))
    )
    with op.batch_alter_table('group_talks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_group_talks_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_group_talks_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('log_entries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('talk_id', sa.Integer(), nullable=True))
        batch_op.alter_column('incident_id', existing_type=sa.Integer(), nullable=True)
        batch_op.create_index(batch_op.f('ix_log_entries_talk_id'), ['talk_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_log_entries_talk_id_group_talks'), 'group_talks', ['talk_id'], ['id'])


def downgrade() -> None:
    """Descend: what belongs to no incident was not kept before."""
    waiting = "SELECT id FROM log_entries WHERE incident_id IS NULL"
    op.execute(f"DELETE FROM attachments WHERE subject = 'log_entry' AND subject_id IN ({waiting})")
    op.execute("DELETE FROM log_entries WHERE incident_id IS NULL AND changes_id IS NOT NULL")
    op.execute("DELETE FROM log_entries WHERE incident_id IS NULL")
    with op.batch_alter_table('log_entries', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_log_entries_talk_id_group_talks'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_log_entries_talk_id'))
        batch_op.alter_column('incident_id', existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column('talk_id')

    op.drop_table('group_talks')
