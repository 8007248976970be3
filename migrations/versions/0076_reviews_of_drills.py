"""reviews of planned drills

Revision: 0076
Follows: 0075
"""

import sqlalchemy as sa
from alembic import op

revision = '0076'
down_revision = '0075'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.add_column(sa.Column('drill_id', sa.Integer(), nullable=True))
        batch_op.alter_column('incident_id', existing_type=sa.Integer(), nullable=True)
        batch_op.create_unique_constraint(batch_op.f('uq_reviews_drill_id'), ['drill_id'])
        batch_op.create_foreign_key(batch_op.f('fk_reviews_drill_id_drills'), 'drills', ['drill_id'], ['id'])
        batch_op.create_check_constraint(
            batch_op.f('ck_reviews_one_thing'), '(incident_id IS NULL) <> (drill_id IS NULL)'
        )


def downgrade() -> None:
    """Descend: planned drills had no reviews before."""
    of_drills = "SELECT id FROM reviews WHERE drill_id IS NOT NULL"
    op.execute(f"DELETE FROM review_voices WHERE review_id IN ({of_drills})")
    op.execute(f"DELETE FROM review_decisions WHERE review_id IN ({of_drills})")
    op.execute("DELETE FROM reviews WHERE drill_id IS NOT NULL")
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_reviews_one_thing'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_reviews_drill_id_drills'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_reviews_drill_id'), type_='unique')
        batch_op.alter_column('incident_id', existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column('drill_id')
