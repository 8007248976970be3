"""businesses that lessons name are asked, what a lesson was learnt from, and requests for help with one

Revision: 0072
Follows: 0071
"""

import sqlalchemy as sa
from alembic import op

revision = '0072'
down_revision = '0071'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'lesson_namings',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('lesson_id', sa.Integer(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('asked_by_id', sa.Integer(), nullable=False),
        sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('accepts', sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(['asked_by_id'], ['people.id']),
        sa.ForeignKeyConstraint(['lesson_id'], ['lessons.id']),
        sa.ForeignKeyConstraint(['member_id'], ['members.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('lesson_id', 'member_id'),
    )
    with op.batch_alter_table('lesson_namings', schema=None) as batch_op:
        batch_op.create_index('ix_lesson_namings_asked_by_id', ['asked_by_id'], unique=False)
        batch_op.create_index('ix_lesson_namings_lesson_id', ['lesson_id'], unique=False)
        batch_op.create_index('ix_lesson_namings_member_id', ['member_id'], unique=False)
    with op.batch_alter_table('lesson_answers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('question_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key('fk_lesson_answers_question_id_questions', 'questions', ['question_id'], ['id'])
        batch_op.create_index('ix_lesson_answers_question_id', ['question_id'], unique=False)
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.add_column(sa.Column('incident_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('is_drill', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_foreign_key('fk_lessons_incident_id_incidents', 'incidents', ['incident_id'], ['id'])
        batch_op.create_index('ix_lessons_incident_id', ['incident_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('lessons', schema=None) as batch_op:
        batch_op.drop_index('ix_lessons_incident_id')
        batch_op.drop_constraint('fk_lessons_incident_id_incidents', type_='foreignkey')
        batch_op.drop_column('is_drill')
        batch_op.drop_column('incident_id')
    with op.batch_alter_table('lesson_answers', schema=None) as batch_op:
        batch_op.drop_index('ix_lesson_answers_question_id')
        batch_op.drop_constraint('fk_lesson_answers_question_id_questions', type_='foreignkey')
        batch_op.drop_column('question_id')
    op.drop_table('lesson_namings')
