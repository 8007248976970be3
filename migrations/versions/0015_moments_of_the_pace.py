"""moments of the pace

Revision: 0015
Follows: 0011
"""

import sqlalchemy as sa
from alembic import op


revision = '0015'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make this step."""
    with op.batch_alter_table('pace') as batch_op:
        batch_op.add_column(sa.Column('moments', sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    """Take this step back."""
    with op.batch_alter_table('pace') as batch_op:
        batch_op.drop_column('moments')
