"""who holds the posts above, and the calls of an escalation

Revision: 0049
Follows: 0048
"""

import sqlalchemy as sa
from alembic import op

revision = '0049'
down_revision = '0048'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'post_holders',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('post', sa.String(length=32), nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('office', sa.String(), nullable=False),
        sa.Column('phone', sa.String(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=True),
        sa.Column('since', sa.DateTime(timezone=True), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_post_holders_person_id_people')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_post_holders')),
    )
    with op.batch_alter_table('post_holders', schema=None) as batch_op:
        batch_op.create_index(
            'ix_post_holders_held',
            ['post'],
            unique=True,
            sqlite_where=sa.text('ended_at IS NULL'),
            postgresql_where=sa.text('ended_at IS NULL'),
        )
        batch_op.create_index(batch_op.f('ix_post_holders_person_id'), ['person_id'], unique=False)

    op.create_table(
        'escalations',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=False),
        sa.Column('stage', sa.String(length=32), nullable=False),
        sa.Column('stage_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('asks_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('link', sa.String(), nullable=False),
        sa.Column('minutes', sa.String(), nullable=False),
        sa.Column('begun_by_id', sa.Integer(), nullable=False),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['begun_by_id'], ['people.id'], name=op.f('fk_escalations_begun_by_id_people')),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_escalations_incident_id_incidents')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_escalations')),
    )
    with op.batch_alter_table('escalations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_escalations_begun_by_id'), ['begun_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_escalations_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(
            'ix_escalations_open',
            ['incident_id'],
            unique=True,
            sqlite_where=sa.text('ended_at IS NULL'),
            postgresql_where=sa.text('ended_at IS NULL'),
        )

    op.create_table(
        'escalation_calls',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('escalation_id', sa.Integer(), nullable=False),
        sa.Column('stage', sa.String(length=32), nullable=False),
        sa.Column('post', sa.String(length=32), nullable=False),
        sa.Column('name', sa.String(), nullable=False),
        sa.Column('office', sa.String(), nullable=False),
        sa.Column('phone', sa.String(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=True),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('state_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('came_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ['escalation_id'], ['escalations.id'], name=op.f('fk_escalation_calls_escalation_id_escalations')
        ),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_escalation_calls_person_id_people')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_escalation_calls')),
        sa.UniqueConstraint(
            'escalation_id', 'stage', 'post', name=op.f('uq_escalation_calls_escalation_id_stage_post')
        ),
    )
    with op.batch_alter_table('escalation_calls', schema=None) as batch_op:
        batch_op.create_index(
            'ix_escalation_calls_due',
            ['due_at'],
            unique=False,
            sqlite_where=sa.text('due_at IS NOT NULL'),
            postgresql_where=sa.text('due_at IS NOT NULL'),
        )
        batch_op.create_index(batch_op.f('ix_escalation_calls_person_id'), ['person_id'], unique=False)


def downgrade() -> None:
    for name in ('escalation_calls', 'post_holders', 'escalations'):
        op.drop_table(name)
