"""reviews after the end, what those engaged say, and which tasks stay open on purpose

Revision: 0070
Follows: 0069
"""

import sqlalchemy as sa
from alembic import op

revision = '0070'
down_revision = '0069'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('reviews',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('opened_by_id', sa.Integer(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('well', sa.String(), nullable=False),
    sa.Column('causes', sa.String(), nullable=False),
    sa.Column('changes', sa.String(), nullable=False),
    sa.Column('detected', sa.String(), nullable=False),
    sa.Column('asks_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('remind_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('late_days', sa.Integer(), nullable=False),
    sa.Column('moved_because', sa.String(), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['done_by_id'], ['people.id'], name=op.f('fk_reviews_done_by_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_reviews_incident_id_incidents')),
    sa.ForeignKeyConstraint(['opened_by_id'], ['people.id'], name=op.f('fk_reviews_opened_by_id_people')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_reviews_owner_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reviews')),
    sa.UniqueConstraint('incident_id', name=op.f('uq_reviews_incident_id'))
    )
    with op.batch_alter_table('reviews', schema=None) as batch_op:
        batch_op.create_index('ix_reviews_asks', ['asks_at'], unique=False, sqlite_where=sa.text('asked_at IS NULL'), postgresql_where=sa.text('asked_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_reviews_done_by_id'), ['done_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reviews_opened_by_id'), ['opened_by_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reviews_owner_id'), ['owner_id'], unique=False)
        batch_op.create_index('ix_reviews_reminders', ['remind_at'], unique=False, sqlite_where=sa.text("state <> 'done'"), postgresql_where=sa.text("state <> 'done'"))

    op.create_table('review_decisions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_review_decisions_person_id_people')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_decisions_review_id_reviews')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_review_decisions_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_decisions')),
    sa.UniqueConstraint('review_id', 'task_id', name=op.f('uq_review_decisions_review_id_task_id'))
    )
    with op.batch_alter_table('review_decisions', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_decisions_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_decisions_review_id'), ['review_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_decisions_task_id'), ['task_id'], unique=False)

    op.create_table('review_voices',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('review_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('useful', sa.Boolean(), nullable=True),
    sa.Column('missing', sa.String(), nullable=False),
    sa.Column('may_be_named', sa.Boolean(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_review_voices_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_review_voices_person_id_people')),
    sa.ForeignKeyConstraint(['review_id'], ['reviews.id'], name=op.f('fk_review_voices_review_id_reviews')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_voices')),
    sa.UniqueConstraint('review_id', 'member_id', name=op.f('uq_review_voices_review_id_member_id'))
    )
    with op.batch_alter_table('review_voices', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_voices_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_voices_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_review_voices_review_id'), ['review_id'], unique=False)



def downgrade() -> None:
    """Descend."""
    op.drop_table('review_voices')
    op.drop_table('review_decisions')
    op.drop_table('reviews')
