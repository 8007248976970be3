"""feeds of CAP by an index that holds all they ask for

Revision: 0078
Follows: 0077
"""

from alembic import op

revision = '0078'
down_revision = '0077'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.drop_index('ix_cap_messages_expires_at', table_name='cap_messages')
    op.create_index('ix_cap_messages_feed', 'cap_messages', ['scope', 'id', 'expires_at', 'incident_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_index('ix_cap_messages_feed', table_name='cap_messages')
    op.create_index('ix_cap_messages_expires_at', 'cap_messages', ['expires_at'], unique=False)
