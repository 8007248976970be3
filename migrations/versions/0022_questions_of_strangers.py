"""questions of strangers

Revision: 0022
Follows: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = '0022'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('member_id', existing_type=sa.Integer(), nullable=True)


def downgrade() -> None:
    # Of no business there was nothing to ask before.
    strangers = "SELECT id FROM questions WHERE member_id IS NULL"
    kept = "DELETE FROM attachments WHERE subject = '{word}' AND subject_id IN ({those})"
    answers = f"SELECT id FROM question_answers WHERE question_id IN ({strangers})"
    op.execute(kept.format(word='question_answer', those=answers))
    op.execute(kept.format(word='question', those=strangers))
    op.execute(f"DELETE FROM question_answers WHERE question_id IN ({strangers})")
    op.execute(f"DELETE FROM question_climbs WHERE question_id IN ({strangers})")
    op.execute("UPDATE questions SET thread_id = NULL WHERE member_id IS NULL")
    op.execute("DELETE FROM questions WHERE member_id IS NULL")
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('member_id', existing_type=sa.Integer(), nullable=False)
