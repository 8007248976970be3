"""how often a legal duty was reminded of

Revision: 0064
Follows: 0063
"""

import sqlalchemy as sa
from alembic import op

revision = '0064'
down_revision = '0063'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb; what was reminded of an hour before its deadline had its last reminder."""
    with op.batch_alter_table('incident_duties', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reminders', sa.Integer(), nullable=False, server_default='0'))
    op.execute(sa.text('UPDATE incident_duties SET reminders = 2 WHERE reminded_at IS NOT NULL'))
    with op.batch_alter_table('incident_duties', schema=None) as batch_op:
        batch_op.alter_column('reminders', server_default=None)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('incident_duties', schema=None) as batch_op:
        batch_op.drop_column('reminders')
