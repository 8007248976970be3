"""what the clock showed when the record was sealed

Revision: 0080
Follows: 0079
"""

import sqlalchemy as sa
from alembic import op

revision = '0080'
down_revision = '0079'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.add_column('audit_seals', sa.Column('clock_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Descend."""
    op.drop_column('audit_seals', 'clock_at')
