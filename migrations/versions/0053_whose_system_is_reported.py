"""whose system is reported

Revision: 0053
Follows: 0052
"""

import sqlalchemy as sa
from alembic import op

revision = '0053'
down_revision = '0052'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.add_column(sa.Column('owner_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('system_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('whose_said', sa.String(), server_default='', nullable=False))
        batch_op.create_index(batch_op.f('ix_reports_owner_id'), ['owner_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_reports_owner_id_members'), 'members', ['owner_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_reports_system_id_systems'), 'systems', ['system_id'], ['id'])
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.alter_column('whose_said', server_default=None)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_reports_system_id_systems'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_reports_owner_id_members'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_reports_owner_id'))
        batch_op.drop_column('whose_said')
        batch_op.drop_column('system_id')
        batch_op.drop_column('owner_id')
