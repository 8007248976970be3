"""the record searched by person

Revision: 0065
Follows: 0064
"""

from alembic import op

revision = '0065'
down_revision = '0064'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_index('ix_audit_person_id', 'audit', ['person_id'])


def downgrade() -> None:
    """Descend."""
    op.drop_index('ix_audit_person_id', table_name='audit')
