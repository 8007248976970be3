"""what came of answers

Revision: 0026
Follows: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.add_column(sa.Column('fate', sa.String(length=32), nullable=True))
        batch_op.create_index(
            'ix_question_answers_under_way',
            ['id'],
            unique=False,
            sqlite_where=sa.text("fate = 'under_way'"),
            postgresql_where=sa.text("fate = 'under_way'"),
        )


def downgrade() -> None:
    with op.batch_alter_table('question_answers', schema=None) as batch_op:
        batch_op.drop_index('ix_question_answers_under_way')
        batch_op.drop_column('fate')
