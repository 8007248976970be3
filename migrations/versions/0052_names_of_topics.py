"""whether a topic's name keeps the title for the people who are named

Revision: 0052
Follows: 0051
"""

import sqlalchemy as sa
from alembic import op

revision = '0052'
down_revision = '0051'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.add_column(sa.Column('named_red', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.alter_column('named_red', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.drop_column('named_red')
