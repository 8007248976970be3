"""words that became an answer

Revision: 0054
Follows: 0053
"""

import sqlalchemy as sa
from alembic import op

revision = '0054'
down_revision = '0053'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('became', sa.String(), server_default='', nullable=False))
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('became', server_default=None)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_column('became')
