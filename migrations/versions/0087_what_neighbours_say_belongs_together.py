"""what belongs together of what neighbours say

Revision: 0087
Follows: 0086
"""

import sqlalchemy as sa
from alembic import op

revision = '0087'
down_revision = '0086'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.add_column(sa.Column('said_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('joined_id', sa.Integer(), nullable=True))
        batch_op.alter_column('proposed_at', existing_type=sa.DateTime(timezone=True), nullable=True)
        batch_op.create_index(batch_op.f('ix_peer_proposals_joined_id'), ['joined_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_peer_proposals_joined_id_peer_proposals'), 'peer_proposals', ['joined_id'], ['id'])
    op.execute(
        "UPDATE peer_proposals SET said_at = (SELECT max(m.sent_at) FROM peer_messages m"
        " WHERE m.proposal_id = peer_proposals.id AND m.type <> 'Cancel')"
    )
    # What was over before anybody was told becomes a proposal that nobody is shown, one for each name.
    op.execute(
        "INSERT INTO peer_proposals (peer_id, sender, state, is_drill, categories, severity, sender_name, headline,"
        " description, instruction, areas, changed_at, expires_at, told_at, told_state)"
        " SELECT (SELECT min(p.id) FROM peers p WHERE p.sender = r.sender), r.sender, 'cancelled', false, '', '', '',"
        " 'reference ' || r.id, '', '', '', r.received_at, r.received_at, r.received_at, 'open'"
        " FROM peer_references r WHERE r.proposal_id IS NULL AND EXISTS (SELECT 1 FROM peers p WHERE p.sender = r.sender)"
    )
    op.execute(
        "UPDATE peer_references SET proposal_id = (SELECT p.id FROM peer_proposals p WHERE p.proposed_at IS NULL"
        " AND p.headline = 'reference ' || peer_references.id) WHERE proposal_id IS NULL"
    )
    op.execute("UPDATE peer_proposals SET headline = '' WHERE proposed_at IS NULL")
    op.execute('DELETE FROM peer_references WHERE proposal_id IS NULL')
    with op.batch_alter_table('peer_references', schema=None) as batch_op:
        batch_op.alter_column('proposal_id', existing_type=sa.Integer(), nullable=False)


def downgrade() -> None:
    """Descend."""
    with op.batch_alter_table('peer_references', schema=None) as batch_op:
        batch_op.alter_column('proposal_id', existing_type=sa.Integer(), nullable=True)
    op.execute(
        'UPDATE peer_references SET proposal_id = NULL'
        ' WHERE proposal_id IN (SELECT p.id FROM peer_proposals p WHERE p.proposed_at IS NULL)'
    )
    # What belongs to another has no message of its own.
    op.execute('DELETE FROM peer_proposals WHERE proposed_at IS NULL OR joined_id IS NOT NULL')
    with op.batch_alter_table('peer_proposals', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_peer_proposals_joined_id_peer_proposals'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_peer_proposals_joined_id'))
        batch_op.alter_column('proposed_at', existing_type=sa.DateTime(timezone=True), nullable=False)
        batch_op.drop_column('joined_id')
        batch_op.drop_column('said_at')
