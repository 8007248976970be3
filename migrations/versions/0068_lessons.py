"""lessons, and what businesses say of them

Revision: 0068
Follows: 0067
"""

import sqlalchemy as sa
from alembic import op

revision = '0068'
down_revision = '0067'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'lessons',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('year', sa.Integer(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('code', sa.String(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=True),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('happened', sa.String(), nullable=False),
        sa.Column('found', sa.String(), nullable=False),
        sa.Column('todo', sa.String(), nullable=False),
        sa.Column('indicators', sa.String(), nullable=False),
        sa.Column('products', sa.String(), nullable=False),
        sa.Column('tlp', sa.String(length=32), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('may_be_named', sa.Boolean(), nullable=True),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('sector', sa.String(length=32), nullable=True),
        sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('evidence', sa.String(), nullable=False),
        sa.Column('draft_key', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(['member_id'], ['members.id']),
        sa.ForeignKeyConstraint(['person_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('code'),
        sa.UniqueConstraint('draft_key'),
        sa.UniqueConstraint('year', 'number'),
    )
    unreminded = sa.text("state = 'sent' AND reminded_at IS NULL")
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.create_index('ix_lessons_member_id', ['member_id'], unique=False)
        batch_op.create_index('ix_lessons_person_id', ['person_id'], unique=False)
        batch_op.create_index(
            'ix_lessons_unreminded',
            ['sent_at'],
            unique=False,
            sqlite_where=unreminded,
            postgresql_where=unreminded,
        )
    op.create_table(
        'lesson_answers',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('lesson_id', sa.Integer(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=True),
        sa.Column('verdict', sa.String(length=32), nullable=True),
        sa.Column('at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['lesson_id'], ['lessons.id']),
        sa.ForeignKeyConstraint(['member_id'], ['members.id']),
        sa.ForeignKeyConstraint(['person_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('lesson_id', 'member_id'),
    )
    with op.batch_alter_table('lesson_answers', schema=None) as batch_op:
        batch_op.create_index('ix_lesson_answers_lesson_id', ['lesson_id'], unique=False)
        batch_op.create_index('ix_lesson_answers_member_id', ['member_id'], unique=False)
        batch_op.create_index('ix_lesson_answers_person_id', ['person_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_table('lesson_answers')
    op.drop_table('lessons')
