"""who is on site, and who was asked whether they stood down

Revision: 0037
Follows: 0036
"""

import sqlalchemy as sa
from alembic import op

revision = '0037'
down_revision = '0036'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'presences',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('arrived_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('left_by_id', sa.Integer(), nullable=True),
        sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_presences_incident_id_incidents')),
        sa.ForeignKeyConstraint(['left_by_id'], ['people.id'], name=op.f('fk_presences_left_by_id_people')),
        sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_presences_member_id_members')),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_presences_person_id_people')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_presences')),
    )
    with op.batch_alter_table('presences', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_presences_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_presences_left_by_id'), ['left_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_presences_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_presences_person_id'), ['person_id'], unique=False)
        batch_op.create_index(
            'ix_presences_there',
            ['incident_id', 'member_id'],
            unique=True,
            sqlite_where=sa.text('left_at IS NULL'),
            postgresql_where=sa.text('left_at IS NULL'),
        )
    op.create_table(
        'stand_down_checks',
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('checked_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ['incident_id'], ['incidents.id'], name=op.f('fk_stand_down_checks_incident_id_incidents')
        ),
        sa.PrimaryKeyConstraint('incident_id', 'ended_at', name=op.f('pk_stand_down_checks')),
    )


def downgrade() -> None:
    op.drop_table('stand_down_checks')
    op.drop_table('presences')
