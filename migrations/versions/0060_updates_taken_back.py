"""updates that were taken back

Revision: 0060
Follows: 0059
"""

import sqlalchemy as sa
from alembic import op

revision = '0060'
down_revision = '0059'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('notices', schema=None) as batch_op:
        batch_op.add_column(sa.Column('taken_back_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('notices', schema=None) as batch_op:
        batch_op.drop_column('taken_back_at')
