"""what neighbours refer to, and when coordinators are told

Revision: 0082
Follows: 0081
"""

import sqlalchemy as sa
from alembic import op

revision = '0082'
down_revision = '0081'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('peer_references',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sender', sa.String(), nullable=False),
    sa.Column('identifier', sa.String(), nullable=False),
    sa.Column('proposal_id', sa.Integer(), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['proposal_id'], ['peer_proposals.id'], name=op.f('fk_peer_references_proposal_id_peer_proposals')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_peer_references'))
    )
    with op.batch_alter_table('peer_references', schema=None) as batch_op:
        batch_op.create_index('ix_peer_references_message', ['sender', 'identifier'], unique=False)
        batch_op.create_index(batch_op.f('ix_peer_references_proposal_id'), ['proposal_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_peer_references_received_at'), ['received_at'], unique=False)

    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.add_column(sa.Column('told_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('told_state', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('tell_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index('ix_peer_proposals_to_tell', ['tell_at'], unique=False, sqlite_where=sa.text('tell_at IS NOT NULL'), postgresql_where=sa.text('tell_at IS NOT NULL'))
    op.execute('UPDATE peer_proposals SET told_at = changed_at, told_state = state')
    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.alter_column('told_at', nullable=False)
        batch_op.alter_column('told_state', nullable=False)



def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.drop_index('ix_peer_proposals_to_tell', sqlite_where=sa.text('tell_at IS NOT NULL'), postgresql_where=sa.text('tell_at IS NOT NULL'))
        batch_op.drop_column('tell_at')
        batch_op.drop_column('told_state')
        batch_op.drop_column('told_at')

    with op.batch_alter_table('peer_references', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_peer_references_received_at'))
        batch_op.drop_index(batch_op.f('ix_peer_references_proposal_id'))
        batch_op.drop_index('ix_peer_references_message')

    op.drop_table('peer_references')
