"""what is told of an incident, once in each feed

Revision: 0084
Follows: 0083
"""

from alembic import op

revision = '0084'
down_revision = '0083'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('cap_messages', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_cap_messages_cause_cause_id'), type_='unique')
        batch_op.create_unique_constraint(
            batch_op.f('uq_cap_messages_cause_cause_id_scope'), ['cause', 'cause_id', 'scope']
        )


def downgrade() -> None:
    """Descend."""
    # What was told in both feeds stays told in the public one.
    op.execute(
        "DELETE FROM cap_messages WHERE scope = 'Restricted' AND EXISTS (SELECT 1 FROM cap_messages other"
        " WHERE other.cause = cap_messages.cause AND other.cause_id = cap_messages.cause_id"
        " AND other.scope = 'Public')"
    )
    with op.batch_alter_table('cap_messages', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('uq_cap_messages_cause_cause_id_scope'), type_='unique')
        batch_op.create_unique_constraint(batch_op.f('uq_cap_messages_cause_cause_id'), ['cause', 'cause_id'])
