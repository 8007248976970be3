"""the order of arrival

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('response_changes', 'task_changes'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('update_id', sa.BigInteger(), nullable=False, server_default='0'))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('update_id', server_default=None)
    with op.batch_alter_table('response_changes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('parts', sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('response_changes', schema=None) as batch_op:
        batch_op.drop_column('parts')
    for table in ('response_changes', 'task_changes'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('update_id')
