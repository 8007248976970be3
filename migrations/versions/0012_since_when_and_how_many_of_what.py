"""since when, and how many of what

Revision: 0012
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op


revision = '0012'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.add_column(sa.Column('headcount_unit', sa.String(length=32), nullable=False, server_default='people'))
        batch_op.add_column(sa.Column('began_at', sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.alter_column('headcount_unit', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.drop_column('began_at')
        batch_op.drop_column('headcount_unit')
