"""what coordinators wrote for the fields of papers

Revision: 0062
Follows: 0061
"""

import sqlalchemy as sa
from alembic import op

revision = '0062'
down_revision = '0061'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'paper_answers',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('field', sa.String(), nullable=False),
        sa.Column('value', sa.String(), nullable=False),
        sa.Column('said_by_id', sa.Integer(), nullable=False),
        sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id']),
        sa.ForeignKeyConstraint(['said_by_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('incident_id', 'field'),
    )
    with op.batch_alter_table('paper_answers', schema=None) as batch_op:
        batch_op.create_index('ix_paper_answers_said_by_id', ['said_by_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_table('paper_answers')
