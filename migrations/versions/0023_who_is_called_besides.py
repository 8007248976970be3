"""who is called besides

Revision: 0023
Follows: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.add_column(sa.Column('any_place', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column('any_capability', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.alter_column('any_place', server_default=None)
        batch_op.alter_column('any_capability', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.drop_column('any_capability')
        batch_op.drop_column('any_place')
