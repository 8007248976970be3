"""latecomers: whoever can be called only after the call went out

Revision: 0010
Follows: 0015
"""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0015'
branch_labels = None
depends_on = None

EDITED, FAILED = sa.text('edit_due_at IS NOT NULL'), sa.text("state = 'failed'")


def upgrade() -> None:
    op.create_table('latecomers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_latecomers_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_latecomers_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_latecomers'))
    )
    for column in ('due_at', 'member_id', 'person_id'):
        op.create_index(op.f(f'ix_latecomers_{column}'), 'latecomers', [column], unique=False)
    # Who is away now comes back one day.
    op.execute(
        'INSERT INTO latecomers (member_id, due_at)'
        ' SELECT id, unavailable_until FROM members WHERE unavailable_until IS NOT NULL'
    )
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_index('ix_deliveries_edits')
        batch_op.create_index('ix_deliveries_edits', ['channel', 'edit_lane', 'edit_due_at', 'person_id'], unique=False, sqlite_where=EDITED, postgresql_where=EDITED)
        batch_op.create_index('ix_deliveries_failed', ['due_at'], unique=False, sqlite_where=FAILED, postgresql_where=FAILED)


def downgrade() -> None:
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_index('ix_deliveries_failed', sqlite_where=FAILED, postgresql_where=FAILED)
        batch_op.drop_index('ix_deliveries_edits')
        batch_op.create_index('ix_deliveries_edits', ['channel', 'edit_lane', 'edit_due_at'], unique=False, sqlite_where=EDITED, postgresql_where=EDITED)
    op.drop_table('latecomers')
