"""purposes

Revision: 0018
Follows: 0012
"""

import sqlalchemy as sa
from alembic import op


revision = '0018'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.drop_constraint('purpose', type_='check')


def downgrade() -> None:
    # Before this step there was one consent for everything.
    op.execute(sa.text("DELETE FROM consents WHERE purpose != 'membership'"))
    with op.batch_alter_table('consents', schema=None) as batch_op:
        batch_op.create_check_constraint('purpose', "purpose IN ('membership')")
