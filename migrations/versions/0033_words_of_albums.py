"""the words of an album by their messages, and which questions were spoken

Revision: 0033
Follows: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = '0033'
down_revision = '0029'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('said', sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column('is_voice', sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('is_voice', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_column('is_voice')
        batch_op.drop_column('said')
