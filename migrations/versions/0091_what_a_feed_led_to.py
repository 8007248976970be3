"""what a feed led to, known by its address

Revision: 0091
Follows: 0090
"""

import sqlalchemy as sa
from alembic import op

revision = '0091'
down_revision = '0090'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    # Of a feed that changed at each reading there were hundreds of thousands: what still stands in it is looked at once more.
    op.drop_table('peer_refusals')
    op.create_table(
        'peer_documents',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('peer_id', sa.Integer(), nullable=False),
        sa.Column('url', sa.String(), nullable=False),
        sa.Column('changed', sa.String(), nullable=False),
        sa.Column('digest', sa.String(), nullable=False),
        sa.Column('trouble', sa.String(length=32), nullable=True),
        sa.Column('detail', sa.String(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['peer_id'], ['peers.id'], name=op.f('fk_peer_documents_peer_id_peers')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_documents')),
        sa.UniqueConstraint('peer_id', 'url', name=op.f('uq_peer_documents_peer_id_url')),
    )
    op.create_index(op.f('ix_peer_documents_at'), 'peer_documents', ['at'], unique=False)
    with op.batch_alter_table('peer_messages', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_peer_messages_peer_id_entry'), type_='unique')
        batch_op.drop_column('entry')
        batch_op.create_index('ix_peer_messages_peer_id_received_at', ['peer_id', 'received_at'], unique=False)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('peer_messages', schema=None) as batch_op:
        batch_op.drop_index('ix_peer_messages_peer_id_received_at')
        batch_op.add_column(sa.Column('entry', sa.String(), nullable=True))
    # Each is fetched once more, and known.
    op.execute("UPDATE peer_messages SET entry = 'message ' || id")
    with op.batch_alter_table('peer_messages', schema=None) as batch_op:
        batch_op.alter_column('entry', existing_type=sa.String(), nullable=False)
        batch_op.create_unique_constraint(batch_op.f('uq_peer_messages_peer_id_entry'), ['peer_id', 'entry'])
    op.drop_table('peer_documents')
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
    op.create_index(op.f('ix_peer_refusals_at'), 'peer_refusals', ['at'], unique=False)
