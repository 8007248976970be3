"""when a neighbour ended something, so that what it says later opens it again

Revision: 0090
Follows: 0089
"""

import sqlalchemy as sa
from alembic import op

revision = '0090'
down_revision = '0089'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.add_column('peer_proposals', sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True))
    # No end was sent later than it came.
    op.execute("UPDATE peer_proposals SET ended_at = changed_at WHERE state <> 'open'")


def downgrade() -> None:
    """Descend."""
    op.drop_column('peer_proposals', 'ended_at')
