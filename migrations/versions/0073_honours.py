"""what businesses did well, and who is named for it

Revision: 0073
Follows: 0072
"""

import sqlalchemy as sa
from alembic import op

revision = '0073'
down_revision = '0072'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'honour_releases',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('is_drill', sa.Boolean(), nullable=False),
        sa.Column('released_by_id', sa.Integer(), nullable=False),
        sa.Column('released_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['released_by_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    with op.batch_alter_table('honour_releases', schema=None) as batch_op:
        batch_op.create_index('ix_honour_releases_released_by_id', ['released_by_id'], unique=False)
    op.create_table(
        'honours',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('kind', sa.String(length=32), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=True),
        sa.Column('lesson_id', sa.Integer(), nullable=True),
        sa.Column('is_drill', sa.Boolean(), nullable=False),
        sa.Column('happened_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('minutes', sa.Integer(), nullable=True),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.Column('code', sa.String(), nullable=False),
        sa.Column('sentence', sa.String(), nullable=False),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('decided_by_id', sa.Integer(), nullable=True),
        sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reason', sa.String(), nullable=False),
        sa.Column('may_be_named', sa.Boolean(), nullable=True),
        sa.Column('named_by_id', sa.Integer(), nullable=True),
        sa.Column('release_id', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['member_id'], ['members.id']),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id']),
        sa.ForeignKeyConstraint(['lesson_id'], ['lessons.id']),
        sa.ForeignKeyConstraint(['decided_by_id'], ['people.id']),
        sa.ForeignKeyConstraint(['named_by_id'], ['people.id']),
        sa.ForeignKeyConstraint(['release_id'], ['honour_releases.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('member_id', 'kind', 'incident_id'),
        sa.UniqueConstraint('member_id', 'kind', 'lesson_id'),
    )
    with op.batch_alter_table('honours', schema=None) as batch_op:
        for column in (
            'member_id',
            'incident_id',
            'lesson_id',
            'happened_at',
            'state',
            'decided_by_id',
            'named_by_id',
            'release_id',
        ):
            batch_op.create_index(f'ix_honours_{column}', [column], unique=False)
    op.create_table(
        'honour_looks',
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('looked_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id']),
        sa.PrimaryKeyConstraint('incident_id', 'ended_at'),
    )


def downgrade() -> None:
    """Descend."""
    op.drop_table('honour_looks')
    op.drop_table('honours')
    op.drop_table('honour_releases')
