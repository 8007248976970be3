"""words that go by themselves

Revision: 0051
Follows: 0050
"""

import sqlalchemy as sa
from alembic import op

revision = '0051'
down_revision = '0050'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('goes_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('is_unsorted', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_index(
            'ix_questions_going',
            ['goes_at'],
            unique=False,
            sqlite_where=sa.text('goes_at IS NOT NULL'),
            postgresql_where=sa.text('goes_at IS NOT NULL'),
        )
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('is_unsorted', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_index('ix_questions_going')
        batch_op.drop_column('is_unsorted')
        batch_op.drop_column('goes_at')
