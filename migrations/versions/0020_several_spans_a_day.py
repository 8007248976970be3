"""several spans a day

Revision: 0020
Follows: 0019
"""

import sqlalchemy as sa
from alembic import op


revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

KEY = 'pk_duty_hours'


def upgrade() -> None:
    _key_by('member_id', 'weekday', 'begins')


def downgrade() -> None:
    # Before this step a day had one span: the first one is kept.
    op.execute(sa.text(
        'DELETE FROM duty_hours WHERE begins > (SELECT MIN(one.begins) FROM duty_hours one'
        ' WHERE one.member_id = duty_hours.member_id AND one.weekday = duty_hours.weekday)'
    ))
    _key_by('member_id', 'weekday')


def _key_by(*columns: str) -> None:
    with op.batch_alter_table('duty_hours', schema=None) as batch_op:
        batch_op.drop_constraint(op.f(KEY), type_='primary')
        batch_op.create_primary_key(op.f(KEY), list(columns))
