"""messages to other systems

Revision: 0067
Follows: 0065
"""

import sqlalchemy as sa
from alembic import op

revision = '0067'
down_revision = '0065'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table(
        'cap_messages',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('cause', sa.String(length=32), nullable=False),
        sa.Column('cause_id', sa.Integer(), nullable=False),
        sa.Column('identifier', sa.String(), nullable=False),
        sa.Column('sender', sa.String(), nullable=False),
        sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('type', sa.String(length=32), nullable=False),
        sa.Column('scope', sa.String(length=32), nullable=False),
        sa.Column('references', sa.String(), nullable=False),
        sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('facts', sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_cap_messages_incident_id_incidents')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_cap_messages')),
        sa.UniqueConstraint('cause', 'cause_id', name=op.f('uq_cap_messages_cause_cause_id')),
        sa.UniqueConstraint('identifier', name=op.f('uq_cap_messages_identifier')),
    )
    with op.batch_alter_table('cap_messages', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cap_messages_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_cap_messages_incident_id'), ['incident_id'], unique=False)


def downgrade() -> None:
    """Descend."""
    op.drop_table('cap_messages')
