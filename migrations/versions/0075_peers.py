"""neighbours whose alerts are read

Revision: 0075
Follows: 0074
"""

import sqlalchemy as sa
from alembic import op

revision = '0075'
down_revision = '0074'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'peers',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('url', sa.String(), nullable=False),
        sa.Column('token', sa.String(), nullable=True),
        sa.Column('sender', sa.String(), nullable=True),
        sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('tried_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('etag', sa.String(), nullable=True),
        sa.Column('last_modified', sa.String(), nullable=True),
        sa.Column('failures', sa.Integer(), nullable=False),
        sa.Column('trouble', sa.String(length=32), nullable=True),
        sa.Column('detail', sa.String(), nullable=False),
        sa.Column('paused_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_peers')),
        sa.UniqueConstraint('url', name=op.f('uq_peers_url')),
    )
    with op.batch_alter_table('peers', schema=None) as batch_op:
        batch_op.create_index('ix_peers_due', ['due_at'], unique=False, sqlite_where=sa.text('paused_at IS NULL AND removed_at IS NULL'), postgresql_where=sa.text('paused_at IS NULL AND removed_at IS NULL'))
    op.create_table(
        'peer_proposals',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('peer_id', sa.Integer(), nullable=False),
        sa.Column('sender', sa.String(), nullable=False),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('is_drill', sa.Boolean(), nullable=False),
        sa.Column('restriction', sa.String(), nullable=True),
        sa.Column('categories', sa.String(), nullable=False),
        sa.Column('severity', sa.String(), nullable=False),
        sa.Column('sender_name', sa.String(), nullable=False),
        sa.Column('headline', sa.String(), nullable=False),
        sa.Column('description', sa.String(), nullable=False),
        sa.Column('instruction', sa.String(), nullable=False),
        sa.Column('areas', sa.String(), nullable=False),
        sa.Column('proposed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['peer_id'], ['peers.id'], name=op.f('fk_peer_proposals_peer_id_peers')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_proposals')),
    )
    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_peer_proposals_peer_id'), ['peer_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_peer_proposals_proposed_at'), ['proposed_at'], unique=False)
    op.create_table(
        'peer_refusals',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('peer_id', sa.Integer(), nullable=False),
        sa.Column('entry', sa.String(), nullable=False),
        sa.Column('trouble', sa.String(length=32), nullable=False),
        sa.Column('detail', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['peer_id'], ['peers.id'], name=op.f('fk_peer_refusals_peer_id_peers')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_refusals')),
        sa.UniqueConstraint('peer_id', 'entry', name=op.f('uq_peer_refusals_peer_id_entry')),
    )
    with op.batch_alter_table('peer_refusals', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_peer_refusals_at'), ['at'], unique=False)
    op.create_table(
        'peer_messages',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('peer_id', sa.Integer(), nullable=False),
        sa.Column('proposal_id', sa.Integer(), nullable=False),
        sa.Column('sender', sa.String(), nullable=False),
        sa.Column('identifier', sa.String(), nullable=False),
        sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('type', sa.String(), nullable=False),
        sa.Column('body', sa.LargeBinary(), nullable=False),
        sa.Column('entry', sa.String(), nullable=False),
        sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['peer_id'], ['peers.id'], name=op.f('fk_peer_messages_peer_id_peers')),
        sa.ForeignKeyConstraint(['proposal_id'], ['peer_proposals.id'], name=op.f('fk_peer_messages_proposal_id_peer_proposals')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_messages')),
        sa.UniqueConstraint('peer_id', 'entry', name=op.f('uq_peer_messages_peer_id_entry')),
        sa.UniqueConstraint('sender', 'identifier', 'sent_at', name=op.f('uq_peer_messages_sender_identifier_sent_at')),
    )
    with op.batch_alter_table('peer_messages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_peer_messages_proposal_id'), ['proposal_id'], unique=False)
    op.create_table(
        'peer_declarations',
        sa.Column('draft_key', sa.String(), nullable=False),
        sa.Column('proposal_id', sa.Integer(), nullable=False),
        sa.Column('message_id', sa.Integer(), nullable=False),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['message_id'], ['peer_messages.id'], name=op.f('fk_peer_declarations_message_id_peer_messages')),
        sa.ForeignKeyConstraint(['proposal_id'], ['peer_proposals.id'], name=op.f('fk_peer_declarations_proposal_id_peer_proposals')),
        sa.PrimaryKeyConstraint('draft_key', name=op.f('pk_peer_declarations')),
    )
    with op.batch_alter_table('peer_declarations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_peer_declarations_proposal_id'), ['proposal_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_table('peer_declarations')
    op.drop_table('peer_messages')
    op.drop_table('peer_refusals')
    op.drop_table('peer_proposals')
    op.drop_table('peers')
