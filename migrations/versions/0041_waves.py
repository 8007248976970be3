"""waves of an incident, and whether they are held, enough and thanked for

Revision: 0041
Follows: 0040
"""

import sqlalchemy as sa
from alembic import op

revision = '0041'
down_revision = '0040'
branch_labels = None
depends_on = None

KINDS = "kind IN ('remind', 'widen')"
MOMENTS = ('waves_held_at', 'enough_at', 'thanked_at')


def upgrade() -> None:
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_reminders_kind'), type_='check')
        batch_op.add_column(sa.Column('circle', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('fewer_than', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('called', sa.Integer(), nullable=True))
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.alter_column('fewer_than', server_default=None)
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        for name in MOMENTS:
            batch_op.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.execute(f'DELETE FROM reminders WHERE NOT {KINDS}')  # noqa: S608 - our own words
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        for name in MOMENTS:
            batch_op.drop_column(name)
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.drop_column('called')
        batch_op.drop_column('fewer_than')
        batch_op.drop_column('circle')
        batch_op.create_check_constraint(batch_op.f('ck_reminders_kind'), KINDS)
