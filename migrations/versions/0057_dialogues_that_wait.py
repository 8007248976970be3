"""dialogues that wait

Revision: 0057
Follows: 0056
"""

import sqlalchemy as sa
from alembic import op

revision = '0057'
down_revision = '0056'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('waiting', sa.JSON(), nullable=True))


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.drop_column('waiting')
