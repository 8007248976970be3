"""drafts shown again

Revision: 0079
Follows: 0078
"""

import sqlalchemy as sa
from alembic import op

revision = '0079'
down_revision = '0078'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('shown_again', sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        batch_op.drop_column('shown_again')
