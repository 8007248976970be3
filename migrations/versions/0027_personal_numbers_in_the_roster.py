"""personal numbers in the roster

Revision: 0027
Follows: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = '0027'
down_revision = '0023'
branch_labels = None
depends_on = None

# Households have a tax code of twelve digits; the next start writes their entries anew.
HOUSEHOLDS = 'DELETE FROM roster_entries WHERE member_id IN (SELECT id FROM members WHERE length(tax_code) = 12)'


def upgrade() -> None:
    op.execute(HOUSEHOLDS)
    op.add_column('roster_entries', sa.Column('personal_number', sa.String(), nullable=True))


def downgrade() -> None:
    op.execute(HOUSEHOLDS)
    op.drop_column('roster_entries', 'personal_number')
