"""who wants which digest of figures

Revision: 0071
Follows: 0070
"""

import sqlalchemy as sa
from alembic import op

revision = '0071'
down_revision = '0070'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'digest_wishes',
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('rhythm', sa.String(length=32), nullable=False),
        sa.Column('wished_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['person_id'], ['people.id']),
        sa.PrimaryKeyConstraint('person_id', 'rhythm'),
    )
    with op.batch_alter_table('digest_wishes', schema=None) as batch_op:
        batch_op.create_index('ix_digest_wishes_due_at', ['due_at'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_table('digest_wishes')
