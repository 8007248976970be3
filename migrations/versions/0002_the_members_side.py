"""the members side

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


# SQLite changes a table by copying it, and forgets the checks of columns that are not named again.
MEMBER_STATUS = ("pending", "approved", "rejected")
REPRESENTATIVE_STATUS = ("pending", "approved", "rejected")
APPLICATION_KIND = ("new_member", "join")
BROADCAST_KIND = (
    "alert",
    "reminder",
    "reply",
    "update",
    "all_clear",
    "tally",
    "application",
    "decision",
    "trouble",
)
DIALOGUE = ("registration", "incident", "decision", "notice", "offer", "capability")
APPLICATION_STATUS = ("submitted", "asked_back", "approved", "rejected")
CONTACT = ("primary", "backup")
DELIVERY_STATE = ("pending", "sending", "sent", "failed", "dropped", "uncertain")

WITHOUT_REASON = """UPDATE audit SET "after" = json_remove("after", '$.reason') WHERE subject = 'application'"""
WITHOUT_REASON_ON_POSTGRESQL = """
UPDATE audit SET "after" = ("after"::jsonb - 'reason')::json
WHERE subject = 'application' AND json_typeof("after") = 'object'
"""


def on_sqlite() -> bool:
    """Tell whether the database is SQLite."""
    return op.get_context().dialect.name == "sqlite"


def one_of(name: str, *choices: str) -> sa.Enum:
    """Make the type of a column that holds one of some words."""
    return sa.Enum(*choices, name=name, native_enum=False, create_constraint=True, length=32)


def choose(batch_op: BatchOperations, column: str, name: str, *choices: str, nullable: bool = False) -> None:
    """Let a column hold these words and no others."""
    if not on_sqlite():
        batch_op.drop_constraint(name, type_='check')
    batch_op.alter_column(
        column, existing_type=sa.String(length=32), type_=one_of(name, *choices), existing_nullable=nullable
    )


def upgrade() -> None:
    """Climb."""
    op.create_table('contact_looks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_contact_looks_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_contact_looks_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_looks'))
    )
    with op.batch_alter_table('contact_looks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_looks_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_contact_looks_person_id'), ['person_id'], unique=False)

    op.create_table('duty_hours',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('begins', sa.Integer(), nullable=False),
    sa.Column('ends', sa.Integer(), nullable=False),
    sa.CheckConstraint('weekday BETWEEN 0 AND 6', name=op.f('ck_duty_hours_weekday')),
    sa.CheckConstraint('begins BETWEEN 0 AND 1439 AND ends > begins AND ends <= begins + 1440', name=op.f('ck_duty_hours_span')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_duty_hours_member_id_members')),
    sa.PrimaryKeyConstraint('member_id', 'weekday', name=op.f('pk_duty_hours'))
    )
    op.create_table('duty_weeks',
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('monday', sa.Date(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('remind_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_duty_weeks_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_duty_weeks_person_id_people')),
    sa.PrimaryKeyConstraint('member_id', 'monday', name=op.f('pk_duty_weeks'))
    )
    with op.batch_alter_table('duty_weeks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_duty_weeks_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_duty_weeks_remind_at'), ['remind_at'], unique=False)
        batch_op.create_index('ix_duty_weeks_waiting', ['remind_at'], unique=False, sqlite_where=sa.text('reminded_at IS NULL'), postgresql_where=sa.text('reminded_at IS NULL'))

    op.create_table('groups',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('chat_id', sa.BigInteger(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('language', sa.Enum('vi', 'en', name='language', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('bound_by_id', sa.Integer(), nullable=False),
    sa.Column('bound_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('left_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('hinted_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['bound_by_id'], ['people.id'], name=op.f('fk_groups_bound_by_id_people')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_groups_member_id_members')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_groups')),
    sa.UniqueConstraint('chat_id', name=op.f('uq_groups_chat_id'))
    )
    with op.batch_alter_table('groups', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_groups_member_id'), ['member_id'], unique=False)
        batch_op.create_index('uq_groups_bound_member_id', ['member_id'], unique=True, sqlite_where=sa.text('left_at IS NULL'), postgresql_where=sa.text('left_at IS NULL'))

    op.create_table('invitations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.Enum('representative', 'staff', 'group', name='kind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('contact', sa.Enum('primary', 'backup', name='contact', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('role', sa.Enum('owner', 'coordinator', 'duty_officer', 'observer', 'representative', 'stranger', name='role', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('created_by_id', sa.Integer(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_by_id', sa.Integer(), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['created_by_id'], ['people.id'], name=op.f('fk_invitations_created_by_id_people')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_invitations_member_id_members')),
    sa.ForeignKeyConstraint(['opened_by_id'], ['people.id'], name=op.f('fk_invitations_opened_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitations_token_hash'))
    )
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitations_expires_at'), ['expires_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_invitations_member_id'), ['member_id'], unique=False)

    op.create_table('jobs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('check_import', 'import', 'invitation_sheet', 'export_roster', 'export_answers', 'export_tasks', name='kind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'running', 'done', 'failed', name='state', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('asked', sa.JSON(), nullable=False),
    sa.Column('found', sa.JSON(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('message_id', sa.BigInteger(), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('error', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_jobs_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_jobs'))
    )
    with op.batch_alter_table('jobs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_jobs_state'), ['state'], unique=False)

    op.create_table('roster_entries',
    sa.Column('sort_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.Enum('pending', 'invited', 'approved', 'rejected', 'suspended', 'left', 'merged', name='status', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('name_key', sa.String(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('phones', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_roster_entries_member_id_members')),
    sa.PrimaryKeyConstraint('sort_key', 'member_id', name=op.f('pk_roster_entries')),
    sa.UniqueConstraint('member_id', name=op.f('uq_roster_entries_member_id')),
    sqlite_with_rowid=False
    )

    op.create_table('tasks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('severity', sa.Enum('low', 'medium', 'serious', 'critical', name='severity', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('what', sa.String(), nullable=False),
    sa.Column('place', sa.String(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('state', sa.Enum('assigned', 'acknowledged', 'started', 'on_site', 'blocked', 'done', 'declined', 'verified', 'cancelled', name='state', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('state_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('draft_key', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['asked_by_id'], ['people.id'], name=op.f('fk_tasks_asked_by_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_tasks_incident_id_incidents')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_tasks_member_id_members')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tasks')),
    sa.UniqueConstraint('code', name=op.f('uq_tasks_code')),
    sa.UniqueConstraint('draft_key', name=op.f('uq_tasks_draft_key')),
    sa.UniqueConstraint('year', 'number', name=op.f('uq_tasks_year_number'))
    )
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_tasks_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_tasks_state'), ['state'], unique=False)

    op.create_table('task_changes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('step', sa.Enum('assigned', 'acknowledged', 'started', 'on_site', 'blocked', 'done', 'declined', 'sent_back', 'reassigned', 'verified', 'cancelled', name='step', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_task_changes_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_task_changes_person_id_people')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_task_changes_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_changes'))
    )
    with op.batch_alter_table('task_changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_task_changes_task_id'), ['task_id'], unique=False)

    op.create_table('task_reminders',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('task_id', sa.Integer(), nullable=False),
    sa.Column('watch', sa.Enum('unacknowledged', 'overdue', name='watch', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('rung', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_task_reminders_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_reminders'))
    )
    with op.batch_alter_table('task_reminders', schema=None) as batch_op:
        batch_op.create_index('ix_task_reminders_due', ['due_at'], unique=False, sqlite_where=sa.text('done_at IS NULL'), postgresql_where=sa.text('done_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_task_reminders_task_id'), ['task_id'], unique=False)

    op.create_table('task_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('change_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('photo', 'document', name='kind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('file_id', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['change_id'], ['task_changes.id'], name=op.f('fk_task_files_change_id_task_changes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_files'))
    )
    with op.batch_alter_table('task_files', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_task_files_change_id'), ['change_id'], unique=False)

    with op.batch_alter_table('applications', schema=None) as batch_op:
        choose(batch_op, 'kind', 'kind', *APPLICATION_KIND, 'change')
        choose(batch_op, 'status', 'status', *APPLICATION_STATUS, 'withdrawn')
        batch_op.add_column(sa.Column('proposed', sa.JSON(), nullable=True))

    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        choose(batch_op, 'kind', 'kind', *BROADCAST_KIND, 'task', 'task_reminder', 'task_watch', 'task_alarm', 'membership', 'confirmation', 'staff')
        batch_op.add_column(sa.Column('task_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('member_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('invitation_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('topic', sa.String(), nullable=True))
        batch_op.create_index(batch_op.f('ix_broadcasts_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_broadcasts_task_id'), ['task_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_broadcasts_invitation_id_invitations'), 'invitations', ['invitation_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_broadcasts_member_id_members'), 'members', ['member_id'], ['id'])
        batch_op.create_foreign_key(batch_op.f('fk_broadcasts_task_id_tasks'), 'tasks', ['task_id'], ['id'])

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        choose(batch_op, 'state', 'state', *DELIVERY_STATE)
        batch_op.add_column(sa.Column('group_id', sa.Integer(), nullable=True))
        batch_op.create_check_constraint('recipient', '(person_id IS NULL) != (group_id IS NULL)')
        batch_op.alter_column('person_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_index(batch_op.f('ix_deliveries_group_id'), ['group_id'], unique=False)
        batch_op.create_unique_constraint(batch_op.f('uq_deliveries_broadcast_id_group_id'), ['broadcast_id', 'group_id'])
        batch_op.create_foreign_key(batch_op.f('fk_deliveries_group_id_groups'), 'groups', ['group_id'], ['id'])

    with op.batch_alter_table('members', schema=None) as batch_op:
        choose(batch_op, 'status', 'status', 'pending', 'invited', 'approved', 'rejected', 'suspended', 'left', 'merged')
        batch_op.add_column(sa.Column('phone', sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column('suspended_because', sa.String(), nullable=True))
        batch_op.add_column(sa.Column('merged_into_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('confirmation_asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('confirmation_due_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_index(batch_op.f('ix_members_confirmation_due_at'), ['confirmation_due_at'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_members_merged_into_id_members'), 'members', ['merged_into_id'], ['id'])

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.add_column(sa.Column('erased_at', sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.add_column(sa.Column('kind', one_of('kind', 'remind', 'widen'), nullable=False, server_default='remind'))
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        choose(batch_op, 'kind', 'kind', 'remind', 'widen')
        batch_op.alter_column('kind', server_default=None)
    with op.batch_alter_table('representatives', schema=None) as batch_op:
        choose(batch_op, 'contact', 'contact', *CONTACT)
        choose(batch_op, 'status', 'status', *REPRESENTATIVE_STATUS, 'removed')
        batch_op.add_column(sa.Column('primary_offered_by_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('primary_offered_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_representatives_primary_offered_by_id_people'), 'people', ['primary_offered_by_id'], ['id'])
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        choose(batch_op, 'dialogue', 'dialogue', *DIALOGUE, 'task', 'task_word', 'business', 'suspension', 'merger', 'roster', 'duty', 'import')
    # The record names no words: whoever withdraws consent would not be gone from them.
    op.execute(WITHOUT_REASON if on_sqlite() else WITHOUT_REASON_ON_POSTGRESQL)
    # Who is in the network already is asked half a year after coming in, as everybody is.
    half_a_year_later = "datetime(approved_at, '+183 days')" if on_sqlite() else "approved_at + interval '183 days'"
    op.execute(f"UPDATE members SET confirmation_due_at = {half_a_year_later} WHERE status = 'approved'")


def downgrade() -> None:
    """Step back."""
    with op.batch_alter_table('drafts', schema=None) as batch_op:
        choose(batch_op, 'dialogue', 'dialogue', *DIALOGUE)
    with op.batch_alter_table('representatives', schema=None) as batch_op:
        choose(batch_op, 'contact', 'contact', *CONTACT)
        choose(batch_op, 'status', 'status', *REPRESENTATIVE_STATUS)
        batch_op.drop_constraint(batch_op.f('fk_representatives_primary_offered_by_id_people'), type_='foreignkey')
        batch_op.drop_column('primary_offered_at')
        batch_op.drop_column('primary_offered_by_id')
    with op.batch_alter_table('reminders', schema=None) as batch_op:
        batch_op.drop_constraint('kind', type_='check')
        batch_op.drop_column('kind')

    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_column('erased_at')

    with op.batch_alter_table('members', schema=None) as batch_op:
        choose(batch_op, 'status', 'status', *MEMBER_STATUS)
        batch_op.drop_constraint(batch_op.f('fk_members_merged_into_id_members'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_members_confirmation_due_at'))
        batch_op.drop_column('confirmation_due_at')
        batch_op.drop_column('confirmation_asked_at')
        batch_op.drop_column('confirmed_at')
        batch_op.drop_column('merged_into_id')
        batch_op.drop_column('suspended_because')
        batch_op.drop_column('phone')

    with op.batch_alter_table('deliveries', schema=None) as batch_op:
        choose(batch_op, 'state', 'state', *DELIVERY_STATE)
        batch_op.drop_constraint('recipient', type_='check')
        batch_op.drop_constraint(batch_op.f('fk_deliveries_group_id_groups'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('uq_deliveries_broadcast_id_group_id'), type_='unique')
        batch_op.drop_index(batch_op.f('ix_deliveries_group_id'))
        batch_op.alter_column('person_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('group_id')

    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        choose(batch_op, 'kind', 'kind', *BROADCAST_KIND)
        batch_op.drop_constraint(batch_op.f('fk_broadcasts_task_id_tasks'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_broadcasts_member_id_members'), type_='foreignkey')
        batch_op.drop_constraint(batch_op.f('fk_broadcasts_invitation_id_invitations'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_broadcasts_task_id'))
        batch_op.drop_index(batch_op.f('ix_broadcasts_member_id'))
        batch_op.drop_column('topic')
        batch_op.drop_column('invitation_id')
        batch_op.drop_column('member_id')
        batch_op.drop_column('task_id')

    with op.batch_alter_table('applications', schema=None) as batch_op:
        choose(batch_op, 'kind', 'kind', *APPLICATION_KIND)
        choose(batch_op, 'status', 'status', *APPLICATION_STATUS)
        batch_op.drop_column('proposed')

    with op.batch_alter_table('task_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_task_files_change_id'))

    op.drop_table('task_files')
    with op.batch_alter_table('task_reminders', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_task_reminders_task_id'))
        batch_op.drop_index('ix_task_reminders_due', sqlite_where=sa.text('done_at IS NULL'), postgresql_where=sa.text('done_at IS NULL'))

    op.drop_table('task_reminders')
    with op.batch_alter_table('task_changes', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_task_changes_task_id'))

    op.drop_table('task_changes')
    with op.batch_alter_table('tasks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_tasks_state'))
        batch_op.drop_index(batch_op.f('ix_tasks_member_id'))
        batch_op.drop_index(batch_op.f('ix_tasks_incident_id'))

    op.drop_table('tasks')
    op.drop_table('roster_entries')
    with op.batch_alter_table('jobs', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_jobs_state'))

    op.drop_table('jobs')
    with op.batch_alter_table('invitations', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitations_member_id'))
        batch_op.drop_index(batch_op.f('ix_invitations_expires_at'))

    op.drop_table('invitations')
    with op.batch_alter_table('groups', schema=None) as batch_op:
        batch_op.drop_index('uq_groups_bound_member_id', sqlite_where=sa.text('left_at IS NULL'), postgresql_where=sa.text('left_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_groups_member_id'))

    op.drop_table('groups')
    with op.batch_alter_table('duty_weeks', schema=None) as batch_op:
        batch_op.drop_index('ix_duty_weeks_waiting', sqlite_where=sa.text('reminded_at IS NULL'), postgresql_where=sa.text('reminded_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_duty_weeks_remind_at'))
        batch_op.drop_index(batch_op.f('ix_duty_weeks_person_id'))

    op.drop_table('duty_weeks')
    op.drop_table('duty_hours')
    with op.batch_alter_table('contact_looks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contact_looks_person_id'))
        batch_op.drop_index(batch_op.f('ix_contact_looks_member_id'))

    op.drop_table('contact_looks')
