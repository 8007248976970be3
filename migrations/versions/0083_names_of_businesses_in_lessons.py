"""the names under which lessons tell of businesses

Revision: 0083
Follows: 0082
"""

import sqlalchemy as sa
from alembic import op

revision = '0083'
down_revision = '0082'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    for table in ('lessons', 'lesson_namings'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('known_as', sa.String(), server_default='', nullable=False))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('known_as', server_default=None)
        # Under which name they were asked is not known of older ones: today's is the nearest.
        op.execute(
            f"UPDATE {table} SET known_as = (SELECT name FROM members WHERE members.id = {table}.member_id)"
            " WHERE member_id IS NOT NULL"
        )


def downgrade() -> None:
    """Descend."""
    for table in ('lesson_namings', 'lessons'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('known_as')
