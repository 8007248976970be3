"""the operations group, topics of incidents, and their logs

Revision: 0044
Follows: 0043
"""

import sqlalchemy as sa
from alembic import op

revision = '0044'
down_revision = '0043'
branch_labels = None
depends_on = None

LIVING = sa.text('ended_at IS NULL')
FIRST = sa.text('changes_id IS NULL')
TO_TOPICS = sa.text('incident_topic_id IS NOT NULL')
TWO = '(person_id IS NULL) != (group_id IS NULL)'
ONE_OF_THREE = (
    '(CASE WHEN person_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN group_id IS NULL THEN 0 ELSE 1 END)'
    ' + (CASE WHEN incident_topic_id IS NULL THEN 0 ELSE 1 END) = 1'
)


def upgrade() -> None:
    op.create_table('operations_groups',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('language', sa.Enum('vi', 'en', name='language', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('registered_by_id', sa.Integer(), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_forum', sa.Boolean(), nullable=False),
    sa.Column('may_manage_topics', sa.Boolean(), nullable=False),
    sa.Column('may_pin', sa.Boolean(), nullable=False),
    sa.Column('may_delete', sa.Boolean(), nullable=False),
    sa.Column('hears_all', sa.Boolean(), nullable=False),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('check_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('troubled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('hinted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['registered_by_id'], ['people.id'], name=op.f('fk_operations_groups_registered_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_operations_groups')),
    sa.UniqueConstraint('chat_id', name=op.f('uq_operations_groups_chat_id'))
    )
    op.create_table('incident_topics',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('operations_group_id', sa.Integer(), nullable=False),
    sa.Column('thread_id', sa.BigInteger(), nullable=True),
    sa.Column('state', sa.String(length=32), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('named_over', sa.Boolean(), nullable=False),
    sa.Column('renamed', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('pinned', sa.JSON(), nullable=False),
    sa.Column('is_furnished', sa.Boolean(), nullable=False),
    sa.Column('shown', sa.String(), nullable=False),
    sa.Column('tasks_shown', sa.String(), nullable=False),
    sa.Column('notices_told', sa.Integer(), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_incident_topics_incident_id_incidents')),
    sa.ForeignKeyConstraint(['operations_group_id'], ['operations_groups.id'], name=op.f('fk_incident_topics_operations_group_id_operations_groups')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_incident_topics'))
    )
    with op.batch_alter_table('incident_topics', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_incident_topics_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_incident_topics_operations_group_id'), ['operations_group_id'], unique=False)
        batch_op.create_index('uq_incident_topics_living', ['incident_id'], unique=True, sqlite_where=LIVING, postgresql_where=LIVING)

    op.create_table('log_entries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('message_id', sa.BigInteger(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('album', sa.String(), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changes_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['changes_id'], ['log_entries.id'], name=op.f('fk_log_entries_changes_id_log_entries')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_log_entries_incident_id_incidents')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_log_entries_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_log_entries'))
    )
    with op.batch_alter_table('log_entries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_log_entries_changes_id'), ['changes_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_log_entries_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index('ix_log_entries_message', ['chat_id', 'message_id'], unique=False, sqlite_where=FIRST, postgresql_where=FIRST)
        batch_op.create_index(batch_op.f('ix_log_entries_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.add_column(sa.Column('incident_topic_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_deliveries_incident_topic_id_incident_topics'), 'incident_topics', ['incident_topic_id'], ['id'])
        batch_op.drop_constraint('recipient', type_='check')
        batch_op.create_check_constraint('recipient', ONE_OF_THREE)
        batch_op.create_index('uq_deliveries_topic', ['incident_topic_id', 'broadcast_id'], unique=True, sqlite_where=TO_TOPICS, postgresql_where=TO_TOPICS)


def downgrade() -> None:
    # The step below knows people and groups alone.
    op.execute('DELETE FROM deliveries WHERE incident_topic_id IS NOT NULL')
    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        batch_op.drop_index('uq_deliveries_topic', sqlite_where=TO_TOPICS, postgresql_where=TO_TOPICS)
        batch_op.drop_constraint('recipient', type_='check')
        batch_op.create_check_constraint('recipient', TWO)
        batch_op.drop_constraint(batch_op.f('fk_deliveries_incident_topic_id_incident_topics'), type_='foreignkey')
        batch_op.drop_column('incident_topic_id')

    op.drop_table('log_entries')
    op.drop_table('incident_topics')
    op.drop_table('operations_groups')
