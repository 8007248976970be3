"""the systems that incidents touch, and what must be told because of them

Revision: 0042
Follows: 0041
"""

import sqlalchemy as sa
from alembic import op

revision = '0042'
down_revision = '0041'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('incident_duties',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('because_of_id', sa.Integer(), nullable=False),
    sa.Column('rules', sa.String(), nullable=False),
    sa.Column('rule', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('changed', sa.Boolean(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('dropped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('dropped_because', sa.String(), nullable=True),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['because_of_id'], ['systems.id'], name=op.f('fk_incident_duties_because_of_id_systems')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_incident_duties_incident_id_incidents')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incident_duties')),
    sa.UniqueConstraint('incident_id', 'rules', 'rule', name=op.f('uq_incident_duties_incident_id_rules_rule'))
    )
    with op.batch_alter_table('incident_duties', schema=None) as batch_op:
        batch_op.create_index('ix_incident_duties_open', ['due_at'], unique=False, sqlite_where=sa.text('done_at IS NULL AND dropped_at IS NULL'), postgresql_where=sa.text('done_at IS NULL AND dropped_at IS NULL'))

    op.create_table('incident_systems',
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('system_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_incident_systems_incident_id_incidents')),
    sa.ForeignKeyConstraint(['system_id'], ['systems.id'], name=op.f('fk_incident_systems_system_id_systems')),
    sa.PrimaryKeyConstraint('incident_id', 'system_id', name=op.f('pk_incident_systems'))
    )
    with op.batch_alter_table('incident_systems', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incident_systems_system_id'), ['system_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('incident_systems', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_incident_systems_system_id'))

    op.drop_table('incident_systems')
    with op.batch_alter_table('incident_duties', schema=None) as batch_op:
        batch_op.drop_index('ix_incident_duties_open', sqlite_where=sa.text('done_at IS NULL AND dropped_at IS NULL'), postgresql_where=sa.text('done_at IS NULL AND dropped_at IS NULL'))

    op.drop_table('incident_duties')
