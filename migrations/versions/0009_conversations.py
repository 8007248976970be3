"""conversations

Revision: 0009
Follows: 0010
"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('questions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('group_id', sa.Integer(), nullable=True),
    sa.Column('thread_id', sa.Integer(), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('album', sa.String(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('update_id', sa.BigInteger(), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('handed_to_id', sa.Integer(), nullable=True),
    sa.Column('settled_by_id', sa.Integer(), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_questions_group_id_groups')),
    sa.ForeignKeyConstraint(['handed_to_id'], ['people.id'], name=op.f('fk_questions_handed_to_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_questions_incident_id_incidents')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_questions_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_questions_person_id_people')),
    sa.ForeignKeyConstraint(['settled_by_id'], ['people.id'], name=op.f('fk_questions_settled_by_id_people')),
    sa.ForeignKeyConstraint(['thread_id'], ['questions.id'], name=op.f('fk_questions_thread_id_questions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_questions'))
    )
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.create_index('ix_questions_held', ['asked_at'], unique=False, sqlite_where=sa.text("state = 'held'"), postgresql_where=sa.text("state = 'held'"))
        batch_op.create_index(batch_op.f('ix_questions_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_questions_member_id'), ['member_id'], unique=False)
        batch_op.create_index('ix_questions_open', ['incident_id', 'asked_at'], unique=False, sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.create_index(batch_op.f('ix_questions_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_questions_thread_id'), ['thread_id'], unique=False)

    op.create_table('question_answers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('said_by_id', sa.Integer(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['questions.id'], name=op.f('fk_question_answers_question_id_questions')),
    sa.ForeignKeyConstraint(['said_by_id'], ['people.id'], name=op.f('fk_question_answers_said_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_answers'))
    )
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_question_answers_question_id'), ['question_id'], unique=False)

    op.create_table('question_climbs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('rung', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['question_id'], ['questions.id'], name=op.f('fk_question_climbs_question_id_questions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_question_climbs'))
    )
    with op.batch_alter_table('question_climbs', schema=None) as batch_op:
        batch_op.create_index('ix_question_climbs_due', ['due_at'], unique=False, sqlite_where=sa.text('done_at IS NULL'), postgresql_where=sa.text('done_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_question_climbs_question_id'), ['question_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('question_climbs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_climbs_question_id'))
        batch_op.drop_index('ix_question_climbs_due', sqlite_where=sa.text('done_at IS NULL'), postgresql_where=sa.text('done_at IS NULL'))

    op.drop_table('question_climbs')
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_question_answers_question_id'))

    op.drop_table('question_answers')
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_questions_thread_id'))
        batch_op.drop_index(batch_op.f('ix_questions_person_id'))
        batch_op.drop_index('ix_questions_open', sqlite_where=sa.text("state = 'open'"), postgresql_where=sa.text("state = 'open'"))
        batch_op.drop_index(batch_op.f('ix_questions_member_id'))
        batch_op.drop_index(batch_op.f('ix_questions_incident_id'))
        batch_op.drop_index('ix_questions_held', sqlite_where=sa.text("state = 'held'"), postgresql_where=sa.text("state = 'held'"))

    op.drop_table('questions')