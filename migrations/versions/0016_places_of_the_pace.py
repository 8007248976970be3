"""places of the pace: each with up to when it may be counted

Revision: 0016
Follows: 0020
"""

import sqlalchemy as sa
from alembic import op


revision = '0016'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make this step: moments of another form are of no use a second later."""
    op.execute(sa.text('UPDATE pace SET moments = NULL'))


def downgrade() -> None:
    """Take this step back."""
    op.execute(sa.text('UPDATE pace SET moments = NULL'))
