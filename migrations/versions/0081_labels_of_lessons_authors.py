"""the label that the author of a lesson gave it

Revision: 0081
Follows: 0080
"""

import sqlalchemy as sa
from alembic import op

revision = '0081'
down_revision = '0080'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.add_column(sa.Column('widest', sa.String(length=32), nullable=True))
    op.execute("UPDATE lessons SET widest = tlp WHERE member_id IS NOT NULL AND state = 'waiting'")


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.drop_column('widest')
