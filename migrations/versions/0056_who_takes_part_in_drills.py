"""who takes part in drills

Revision: 0056
Follows: 0055
"""

import sqlalchemy as sa
from alembic import op

revision = '0056'
down_revision = '0055'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('drills', schema=None) as batch_op:
        batch_op.add_column(sa.Column('communes', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('as_in_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_drills_as_in_id_drills'), 'drills', ['as_in_id'], ['id'])
    with op.batch_alter_table('drills', schema=None) as batch_op:
        batch_op.alter_column('communes', server_default=None)
    with op.batch_alter_table('drill_members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('added_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('drill_members', schema=None) as batch_op:
        batch_op.drop_column('added_at')
    with op.batch_alter_table('drills', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_drills_as_in_id_drills'), type_='foreignkey')
        batch_op.drop_column('as_in_id')
        batch_op.drop_column('communes')
