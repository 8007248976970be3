"""what a feed of CAP took back, in the index that holds all a feed asks for

Revision: 0088
Follows: 0087
"""

from alembic import op

revision = '0088'
down_revision = '0087'
branch_labels = None
depends_on = None

INDEX, TABLE = 'ix_cap_messages_feed', 'cap_messages'


def upgrade() -> None:
    """Climb."""
    op.drop_index(INDEX, table_name=TABLE)
    op.create_index(INDEX, TABLE, ['scope', 'id', 'expires_at', 'incident_id', 'type'], unique=False)


def downgrade() -> None:
    """Descend."""
    # These words were not known then.
    op.execute("DELETE FROM cap_messages WHERE cause IN ('withdrawn', 'told_again')")
    op.drop_index(INDEX, table_name=TABLE)
    op.create_index(INDEX, TABLE, ['scope', 'id', 'expires_at', 'incident_id'], unique=False)
