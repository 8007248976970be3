"""tasks of reviews of drills

Revision: 0077
Follows: 0076
"""

import sqlalchemy as sa
from alembic import op

revision = '0077'
down_revision = '0076'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.add_column(sa.Column('drill_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_tasks_drill_id'), ['drill_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_tasks_drill_id_drills'), 'drills', ['drill_id'], ['id'])


def downgrade() -> None:
    """Descend: such tasks stand on their own."""
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_tasks_drill_id_drills'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_tasks_drill_id'))
        batch_op.drop_column('drill_id')
