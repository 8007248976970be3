"""channels: a delivery goes by one to an address, and reach is kept for each

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

UNSENT, EDITED = sa.text("state = 'pending'"), sa.text('edit_due_at IS NOT NULL')


def upgrade() -> None:
    op.create_table('reach',
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('channel', sa.String(), nullable=False),
    sa.Column('unreachable_since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reach_person_id_people')),
    sa.PrimaryKeyConstraint('person_id', 'channel', name=op.f('pk_reach'))
    )
    op.execute(
        'INSERT INTO reach (person_id, channel, unreachable_since, reason)'
        " SELECT id, 'telegram', unreachable_since, unreachable_reason FROM people WHERE unreachable_since IS NOT NULL"
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('unreachable_since')
        batch_op.drop_column('unreachable_reason')

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('channel', sa.String(), nullable=False, server_default='telegram'))
        batch_op.add_column(sa.Column('address', sa.String(), nullable=False, server_default=''))
    # The chat 0 was nobody's: of whoever has withdrawn.
    op.execute('UPDATE deliveries SET address = CAST(chat_id AS VARCHAR) WHERE chat_id != 0')
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.alter_column('channel', server_default=None)
        batch_op.alter_column('address', server_default=None)
        batch_op.drop_index('ix_deliveries_message')
        batch_op.drop_index('ix_deliveries_sends')
        batch_op.drop_index('ix_deliveries_edits')
        batch_op.drop_constraint('uq_deliveries_broadcast_id_person_id', type_='unique')
        batch_op.drop_column('chat_id')
        batch_op.create_unique_constraint('uq_deliveries_broadcast_id_person_id_channel', ['broadcast_id', 'person_id', 'channel'])
        batch_op.create_index('ix_deliveries_message', ['address', 'message_id'], unique=False)
        batch_op.create_index('ix_deliveries_sends', ['channel', 'lane', 'due_at', 'id'], unique=False, sqlite_where=UNSENT, postgresql_where=UNSENT)
        batch_op.create_index('ix_deliveries_edits', ['channel', 'edit_lane', 'edit_due_at'], unique=False, sqlite_where=EDITED, postgresql_where=EDITED)


def downgrade() -> None:
    # The step below knows Telegram alone.
    op.execute("DELETE FROM deliveries WHERE channel != 'telegram'")
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('chat_id', sa.BigInteger(), nullable=False, server_default='0'))
    op.execute("UPDATE deliveries SET chat_id = CAST(address AS BIGINT) WHERE address != ''")
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.alter_column('chat_id', server_default=None)
        batch_op.drop_index('ix_deliveries_message')
        batch_op.drop_index('ix_deliveries_sends')
        batch_op.drop_index('ix_deliveries_edits')
        batch_op.drop_constraint('uq_deliveries_broadcast_id_person_id_channel', type_='unique')
        batch_op.drop_column('channel')
        batch_op.drop_column('address')
        batch_op.create_unique_constraint('uq_deliveries_broadcast_id_person_id', ['broadcast_id', 'person_id'])
        batch_op.create_index('ix_deliveries_message', ['chat_id', 'message_id'], unique=False)
        batch_op.create_index('ix_deliveries_sends', ['lane', 'due_at', 'id'], unique=False, sqlite_where=UNSENT, postgresql_where=UNSENT)
        batch_op.create_index('ix_deliveries_edits', ['edit_lane', 'edit_due_at'], unique=False, sqlite_where=EDITED, postgresql_where=EDITED)

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('unreachable_since', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('unreachable_reason', sa.String(), nullable=True))
    for column, kept in (('unreachable_since', 'unreachable_since'), ('unreachable_reason', 'reason')):
        op.execute(
            f"UPDATE people SET {column} = (SELECT {kept} FROM reach WHERE person_id = people.id AND channel = 'telegram')"
        )
    op.drop_table('reach')
