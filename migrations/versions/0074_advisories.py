"""advisories, what businesses say of them, and the public channel

Revision: 0074
Follows: 0073
"""

import sqlalchemy as sa
from alembic import op

revision = '0074'
down_revision = '0073'
branch_labels = None
depends_on = None

STEPS = sa.text('step_at IS NOT NULL')
BOUND = sa.text('bound_at IS NOT NULL AND left_at IS NULL')
POSTS = sa.text('public_channel_id IS NOT NULL')
ONE_OF_THREE = (
    '(CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN group_id IS NULL THEN 0 ELSE 1 END)'
    ' + (CASE WHEN incident_topic_id IS NULL THEN 0 ELSE 1 END) = 1'
)
ONE_OF_FOUR = ONE_OF_THREE.replace(' = 1', ' + (CASE WHEN public_channel_id IS NULL THEN 0 ELSE 1 END) = 1')


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'advisories',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('year', sa.Integer(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('code', sa.String(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column('what', sa.String(), nullable=False),
        sa.Column('todo', sa.String(), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('tlp', sa.String(length=32), nullable=False),
        sa.Column('words', sa.String(), nullable=False),
        sa.Column('circle', sa.JSON(), nullable=False),
        sa.Column('is_chosen', sa.Boolean(), nullable=False),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('changed_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('changed', sa.String(length=32), nullable=True),
        sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('withdrawn_because', sa.String(), nullable=False),
        sa.Column('step', sa.String(length=32), nullable=True),
        sa.Column('step_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('draft_key', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(['person_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('code'),
        sa.UniqueConstraint('draft_key'),
        sa.UniqueConstraint('year', 'number'),
    )
    with op.batch_alter_table('advisories', schema=None) as batch_op:
        batch_op.create_index('ix_advisories_person_id', ['person_id'], unique=False)
        batch_op.create_index(
            'ix_advisories_steps', ['step_at'], unique=False, sqlite_where=STEPS, postgresql_where=STEPS
        )
    op.create_table(
        'advisory_receipts',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('advisory_id', sa.Integer(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=True),
        sa.Column('answer', sa.String(length=32), nullable=True),
        sa.Column('at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['advisory_id'], ['advisories.id']),
        sa.ForeignKeyConstraint(['member_id'], ['members.id']),
        sa.ForeignKeyConstraint(['person_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('advisory_id', 'member_id'),
    )
    with op.batch_alter_table('advisory_receipts', schema=None) as batch_op:
        batch_op.create_index('ix_advisory_receipts_advisory_id', ['advisory_id'], unique=False)
        batch_op.create_index('ix_advisory_receipts_member_id', ['member_id'], unique=False)
        batch_op.create_index('ix_advisory_receipts_person_id', ['person_id'], unique=False)
    op.create_table(
        'public_channels',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('chat_id', sa.BigInteger(), nullable=False),
        sa.Column('title', sa.String(), nullable=False),
        sa.Column(
            'language',
            sa.Enum('vi', 'en', name='language', native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column('may_post', sa.Boolean(), nullable=False),
        sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('bound_by_id', sa.Integer(), nullable=True),
        sa.Column('bound_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['bound_by_id'], ['people.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('chat_id'),
    )
    with op.batch_alter_table('public_channels', schema=None) as batch_op:
        batch_op.create_index(
            'ix_public_channels_bound', ['bound_at'], unique=False, sqlite_where=BOUND, postgresql_where=BOUND
        )
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('public_channel_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            'fk_deliveries_public_channel_id_public_channels', 'public_channels', ['public_channel_id'], ['id']
        )
        batch_op.drop_constraint('recipient', type_='check')
        batch_op.create_check_constraint('recipient', ONE_OF_FOUR)
        batch_op.create_index(
            'uq_deliveries_post',
            ['public_channel_id', 'broadcast_id'],
            unique=True,
            sqlite_where=POSTS,
            postgresql_where=POSTS,
        )


def downgrade() -> None:
    """Descend."""
    # The step below knows people, groups and topics alone.
    op.execute('DELETE FROM deliveries WHERE public_channel_id IS NOT NULL')
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_index('uq_deliveries_post', sqlite_where=POSTS, postgresql_where=POSTS)
        batch_op.drop_constraint('recipient', type_='check')
        batch_op.create_check_constraint('recipient', ONE_OF_THREE)
        batch_op.drop_constraint('fk_deliveries_public_channel_id_public_channels', type_='foreignkey')
        batch_op.drop_column('public_channel_id')
    op.drop_table('public_channels')
    op.drop_table('advisory_receipts')
    op.drop_table('advisories')
