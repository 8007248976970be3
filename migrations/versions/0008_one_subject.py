"""one subject

Revision: 0008
Follows: 0007
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


INSTANT = sa.DateTime(timezone=True)
# Which column named the subject of a kind, and under which word it is stored now.
SUBJECTS = {
    **dict.fromkeys(('alert', 'reminder', 'reply', 'update', 'all_clear', 'tally'), ('incident', 'incident_id')),
    **dict.fromkeys(('task', 'task_reminder', 'task_watch', 'task_alarm'), ('task', 'task_id')),
    **dict.fromkeys(('application', 'decision'), ('application', 'application_id')),
    **dict.fromkeys(('membership', 'confirmation'), ('member', 'member_id')),
    'staff': ('invitation', 'invitation_id'),
}
# The old columns, each with the table that it referred to.
REFERRED = {
    'incident_id': 'incidents',
    'notice_id': 'notices',
    'application_id': 'applications',
    'task_id': 'tasks',
    'member_id': 'members',
    'invitation_id': 'invitations',
}
INDEXED = ('incident_id', 'application_id', 'task_id', 'member_id')
OLD = sa.table(
    'broadcasts',
    *(sa.column(name) for name in ('id', 'kind', *REFERRED)),
    sa.column('topic', sa.String()),
    sa.column('update_id', sa.BigInteger()),
)
NEW = sa.table(
    'broadcasts',
    sa.column('id'),
    sa.column('kind'),
    sa.column('subject'),
    sa.column('subject_id', sa.BigInteger()),
    sa.column('details', sa.JSON(none_as_null=True)),
)
KINDS = (
    'alert', 'reminder', 'reply', 'update', 'all_clear', 'tally', 'application', 'decision', 'trouble', 'task',
    'task_reminder', 'task_watch', 'task_alarm', 'membership', 'confirmation', 'staff',
)
# The other columns whose words grow: the table, the column, and the words of today.
GROWING = (
    (
        'drafts',
        'dialogue',
        (
            'registration', 'incident', 'decision', 'notice', 'offer', 'capability', 'task', 'task_word', 'business',
            'suspension', 'merger', 'roster', 'duty', 'import',
        ),
    ),
    ('jobs', 'kind', ('check_import', 'import', 'invitation_sheet', 'export_roster', 'export_answers', 'export_tasks')),
    ('invitations', 'kind', ('representative', 'staff', 'group')),
    ('notices', 'kind', ('update', 'reply', 'all_clear')),
)


def check(batch_op: BatchOperations, column: str, *choices: str) -> None:
    """Let a column hold these words and no others."""
    batch_op.create_check_constraint(column, f"{column} IN ({', '.join(repr(choice) for choice in choices)})")


def details_of(row: Mapping[str, Any]) -> dict[str, Any] | None:
    """Tell what a broadcast was about beside its subject."""
    kind, topic = row['kind'], row['topic']
    incident = {'incident_id': row['incident_id']}
    owner = {'member_id': row['member_id'], **incident}
    if kind == 'trouble':
        return trouble_of(topic, row['update_id'])
    if kind == 'reminder' and topic == 'outage':
        return {'is': 'after_outage'}
    if kind in ('reply', 'update', 'all_clear') and row['notice_id'] is not None:
        return {'is': 'notice', 'notice_id': row['notice_id']}
    if kind == 'task' and row['member_id'] is not None:
        opened = topic == 'opened'
        return {'is': 'card', **owner, 'head': None if opened else topic, 'opened': opened}
    if kind == 'task_reminder' and row['member_id'] is not None and topic:
        watch, _, rung = topic.rpartition('-')
        return {'is': 'reminder', **owner, 'watch': watch, 'rung': int(rung)}
    if kind == 'task_watch':
        return {'is': 'watch', **incident}
    if kind == 'task_alarm' and topic:
        return {'is': 'alarm', 'why': topic, **incident}
    if kind == 'membership' and topic:
        return {'is': 'news', 'what': topic}
    if kind == 'staff' and topic:
        return staff_of(topic)
    return None


def staff_of(topic: str) -> dict[str, Any]:
    """Take apart what was told of a role: after two of the words stood the role that has ended."""
    for ending in ('dismissed', 'stepped-down'):
        if topic.startswith(f'{ending}-'):
            return {'is': 'staff', 'what': ending, 'role': topic.removeprefix(f'{ending}-')}
    return {'is': 'staff', 'what': topic, 'role': None}


def trouble_of(topic: str | None, update_id: int | None) -> dict[str, Any]:
    """Take apart what the owners were told; before there were topics, a word of trouble was about an update."""
    cause, *parts = (topic or 'quarantined:1').split(':')
    if cause == 'late':
        waited = [part.split('=') for part in parts]
        return {'is': cause, 'lanes': [{'lane': int(lane), 'seconds': int(seconds)} for lane, seconds in waited]}
    numbers = [int(part) for part in parts]
    if cause == 'failures':
        return {'is': cause, **dict(zip(('broadcast_id', 'failed', 'recipients'), numbers, strict=True))}
    if cause == 'quarantined':
        return {'is': cause, 'count': numbers[0], 'update_id': update_id or 0}
    name = {'job': 'job_id', 'telegram': 'count', 'clock': 'seconds'}[cause]
    return {'is': cause, name: numbers[0]}


def topic_of(details: Mapping[str, Any] | None) -> str | None:
    """Put together what was stored in the place of details."""
    known = details or {}
    match known.get('is'):
        case 'after_outage':
            return 'outage'
        case 'card':
            return 'opened' if known['opened'] else known['head']
        case 'reminder':
            return f"{known['watch']}-{known['rung']}"
        case 'alarm':
            return str(known['why'])
        case 'news':
            return str(known['what'])
        case 'staff':
            return f"{known['what']}-{known['role']}" if known['role'] else str(known['what'])
        case 'late':
            return ':'.join(['late', *(f"{one['lane']}={one['seconds']}" for one in known['lanes'])])
        case 'failures':
            return f"failures:{known['broadcast_id']}:{known['failed']}:{known['recipients']}"
        case 'quarantined':
            return f"quarantined:{known['count']}"
        case 'job' | 'telegram' | 'clock' as cause:
            (number,) = (value for name, value in known.items() if name != 'is')
            return f'{cause}:{number}'
    return None


def upgrade() -> None:
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.add_column(sa.Column('subject', sa.String(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('subject_id', sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column('details', sa.JSON(), nullable=True))
    fill()
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.drop_constraint('kind', type_='check')
        for name in INDEXED:
            batch_op.drop_index(batch_op.f(f'ix_broadcasts_{name}'))
        for name, table in REFERRED.items():
            batch_op.drop_constraint(batch_op.f(f'fk_broadcasts_{name}_{table}'), type_='foreignkey')
        for name in (*REFERRED, 'topic', 'update_id'):
            batch_op.drop_column(name)
        batch_op.alter_column('subject', existing_type=sa.String(), existing_nullable=False, server_default=None)
        batch_op.create_index(batch_op.f('ix_broadcasts_subject_subject_id'), ['subject', 'subject_id'], unique=False)
    for table, column, _ in GROWING:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_constraint(column, type_='check')


def fill() -> None:
    """Say of each broadcast in the new columns what the old ones say."""
    rows = [dict(row) for row in op.get_bind().execute(sa.select(OLD)).mappings()]
    written = []
    for row in rows:
        subject, column = SUBJECTS.get(row['kind'], ('', None))
        subject_id = row[column] if column else None
        written.append({'of': row['id'], 'a': subject, 'b': subject_id, 'c': details_of(row)})
    store(NEW.update().where(NEW.c.id == sa.bindparam('of')), {'subject': 'a', 'subject_id': 'b', 'details': 'c'}, written)


def store(update: sa.Update, values: Mapping[str, str], written: list[dict[str, Any]]) -> None:
    """Write rows: `values` names the parameter of each column."""
    if written:
        columns = {name: sa.bindparam(given) for name, given in values.items()}
        op.get_bind().execute(update.values(columns), written)


def downgrade() -> None:
    for table, column, choices in GROWING:
        with op.batch_alter_table(table, schema=None) as batch_op:
            check(batch_op, column, *choices)
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.alter_column('created_at', new_column_name='kept_created_at', existing_type=INSTANT, existing_nullable=False)
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        for name in ('incident_id', 'notice_id', 'application_id'):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('update_id', sa.BigInteger(), nullable=True))
        # A column stands where it was added: this one stood here.
        batch_op.add_column(sa.Column('created_at', INSTANT, nullable=True))
        for name in ('task_id', 'member_id', 'invitation_id'):
            batch_op.add_column(sa.Column(name, sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('topic', sa.String(), nullable=True))
    op.execute('UPDATE broadcasts SET created_at = kept_created_at')
    fill_back()
    with op.batch_alter_table('broadcasts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_broadcasts_subject_subject_id'))
        for name in ('subject', 'subject_id', 'details', 'kept_created_at'):
            batch_op.drop_column(name)
        batch_op.alter_column('created_at', existing_type=INSTANT, nullable=False)
        check(batch_op, 'kind', *KINDS)
        for name, table in REFERRED.items():
            batch_op.create_foreign_key(batch_op.f(f'fk_broadcasts_{name}_{table}'), table, [name], ['id'])
        for name in INDEXED:
            batch_op.create_index(batch_op.f(f'ix_broadcasts_{name}'), [name], unique=False)


def fill_back() -> None:
    """Say of each broadcast in the old columns what the new ones say; an application's was about its business too."""
    applied = sa.table('applications', sa.column('id'), sa.column('member_id'))
    members = {row.id: row.member_id for row in op.get_bind().execute(sa.select(applied))}
    names = (*REFERRED, 'topic', 'update_id')
    written = []
    for row in op.get_bind().execute(sa.select(NEW)).mappings():
        known = row['details'] or {}
        kept = {name: known.get(name) for name in ('incident_id', 'notice_id', 'member_id', 'update_id')}
        if row['kind'] == 'application':
            kept['member_id'] = members.get(row['subject_id'])
        if row['kind'] in SUBJECTS:
            kept[SUBJECTS[row['kind']][1]] = row['subject_id']
        kept['topic'] = topic_of(row['details'])
        written.append({'of': row['id'], **{f'to_{name}': kept.get(name) for name in names}})
    store(OLD.update().where(OLD.c.id == sa.bindparam('of')), {name: f'to_{name}' for name in names}, written)
