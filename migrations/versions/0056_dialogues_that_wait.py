"""dialogues that wait

Revision: 0056
Follows: 0055
"""

import sqlalchemy as sa
from alembic import op

revision = '0056'
down_revision = '0055'
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
