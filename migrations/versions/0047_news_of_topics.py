"""what a topic was told, by its source

Revision: 0047
Follows: 0046
"""

import sqlalchemy as sa
from alembic import op

revision = '0047'
down_revision = '0046'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.add_column(sa.Column('told', sa.JSON(), nullable=False, server_default='{}'))
        batch_op.drop_column('notices_told')
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.alter_column('told', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.add_column(sa.Column('notices_told', sa.Integer(), nullable=False, server_default='0'))
        batch_op.drop_column('told')
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.alter_column('notices_told', server_default=None)
