"""since when an incident may be told to more people than before

Revision: 0092
Follows: 0091
"""

import sqlalchemy as sa
from alembic import op

revision = '0092'
down_revision = '0091'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.add_column(sa.Column('widened_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.drop_column('widened_at')
