"""pace

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('pace',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('id = 1', name=op.f('ck_pace_only')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pace'))
    )


def downgrade() -> None:
    """Step back."""
    op.drop_table('pace')
