"""how far the record came, and what its seals are over

Revision: 0085
Follows: 0084
"""

import sqlalchemy as sa
from alembic import op

revision = '0085'
down_revision = '0084'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.add_column('audit_seals', sa.Column('version', sa.Integer(), server_default='1', nullable=False))
    op.create_table(
        'audit_mark',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('last_id', sa.Integer(), nullable=False),
        sa.Column('digest', sa.String(length=64), nullable=False),
        sa.Column('sealed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('begins_after', sa.String(length=64), nullable=False),
        sa.CheckConstraint('id = 1', name=op.f('ck_audit_mark_only')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_mark')),
    )
    # What was sealed so far is taken as it stands.
    op.execute(
        "INSERT INTO audit_mark (id, last_id, digest, sealed_at, begins_after)"
        " SELECT 1, newest.last_id, newest.digest, newest.sealed_at, oldest.before"
        " FROM audit_seals newest, audit_seals oldest"
        " WHERE newest.last_id = (SELECT max(last_id) FROM audit_seals)"
        " AND oldest.last_id = (SELECT min(last_id) FROM audit_seals)"
    )


def downgrade() -> None:
    """Descend."""
    op.drop_table('audit_mark')
    op.drop_column('audit_seals', 'version')
