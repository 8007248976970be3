"""changes of settled questions, and for an hour whose a stranger's are

Revision: 0025
Follows: 0027
"""

import sqlalchemy as sa
from alembic import op

revision = '0025'
down_revision = '0027'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.add_column(sa.Column('changes_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('sender', sa.String(), server_default='', nullable=False))
        batch_op.create_foreign_key(batch_op.f('fk_questions_changes_id_questions'), 'questions', ['changes_id'], ['id'])
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.alter_column('sender', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('questions', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_questions_changes_id_questions'), type_='foreignkey')
        batch_op.drop_column('sender')
        batch_op.drop_column('changes_id')
