"""who holds the command of an incident

Revision: 0039
Follows: 0038
"""

import sqlalchemy as sa
from alembic import op


revision = '0039'
down_revision = '0038'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('command_offers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('wish', sa.String(length=32), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=False),
    sa.Column('to_id', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('silent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=32), nullable=True),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_command_offers_by_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_command_offers_incident_id_incidents')),
    sa.ForeignKeyConstraint(['to_id'], ['people.id'], name=op.f('fk_command_offers_to_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_command_offers'))
    )
    with op.batch_alter_table('command_offers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_command_offers_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index('ix_command_offers_open', ['incident_id'], unique=True, sqlite_where=sa.text('answered_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL'))
        batch_op.create_index('ix_command_offers_silent', ['silent_at'], unique=False, sqlite_where=sa.text('answered_at IS NULL AND told_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL AND told_at IS NULL'))

    op.create_table('commands',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('before_id', sa.Integer(), nullable=False),
    sa.Column('change', sa.String(length=32), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['before_id'], ['people.id'], name=op.f('fk_commands_before_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_commands_incident_id_incidents')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_commands_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commands'))
    )
    with op.batch_alter_table('commands', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_commands_incident_id'), ['incident_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('commands', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_commands_incident_id'))

    op.drop_table('commands')
    with op.batch_alter_table('command_offers', schema=None) as batch_op:
        batch_op.drop_index('ix_command_offers_silent', sqlite_where=sa.text('answered_at IS NULL AND told_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL AND told_at IS NULL'))
        batch_op.drop_index('ix_command_offers_open', sqlite_where=sa.text('answered_at IS NULL'), postgresql_where=sa.text('answered_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_command_offers_incident_id'))

    op.drop_table('command_offers')
