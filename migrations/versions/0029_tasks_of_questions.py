"""the task that a question is about, and which answers were lost

Revision: 0029
Follows: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = '0029'
down_revision = '0026'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('task_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_questions_task_id_tasks'), 'tasks', ['task_id'], ['id'])
    with op.batch_alter_table('response_changes', schema=None) as batch_op:
        batch_op.add_column(sa.Column('counts_from', sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.create_index(
            'ix_question_answers_lost',
            ['id'],
            unique=False,
            sqlite_where=sa.text("fate = 'lost'"),
            postgresql_where=sa.text("fate = 'lost'"),
        )


def downgrade() -> None:
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.drop_index('ix_question_answers_lost')
    with op.batch_alter_table('response_changes', schema=None) as batch_op:
        batch_op.drop_column('counts_from')
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_questions_task_id_tasks'), type_='foreignkey')
        batch_op.drop_column('task_id')
