"""since when without a role, and how a look was

Revision: 0019
Follows: 0018
"""

import sqlalchemy as sa
from alembic import op

revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('roleless_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('erasure_told_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index('ix_people_roleless', ['roleless_since'], unique=False, sqlite_where=sa.text('roleless_since IS NOT NULL'), postgresql_where=sa.text('roleless_since IS NOT NULL'))
    with op.batch_alter_table('contact_looks', schema=None) as batch_op:
        batch_op.add_column(sa.Column('how', sa.String(length=32), nullable=False, server_default='card'))
    with op.batch_alter_table('contact_looks', schema=None) as batch_op:
        batch_op.alter_column('how', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('contact_looks', schema=None) as batch_op:
        batch_op.drop_column('how')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_index('ix_people_roleless')
        batch_op.drop_column('erasure_told_at')
        batch_op.drop_column('roleless_since')
