"""who is taken out of drills

Revision: 0059
Follows: 0058
"""

import sqlalchemy as sa
from alembic import op

revision = '0059'
down_revision = '0058'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('drill_members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('taken_out_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.execute('DELETE FROM drill_members WHERE taken_out_at IS NOT NULL')
    with op.batch_alter_table('drill_members', schema=None) as batch_op:
        batch_op.drop_column('taken_out_at')
