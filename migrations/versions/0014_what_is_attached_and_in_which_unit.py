"""what is attached, and in which unit capabilities are counted

Revision: 0014
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op


revision = '0014'
down_revision = '0008'
branch_labels = None
depends_on = None

# The units of the catalogue with which a network starts. What businesses said before was counted in people.
UNITS = {
    'Đội ứng cứu cáp quang': 'teams',
    'Trạm phát sóng lưu động': 'stations',
    'Đường truyền dự phòng (VSAT, 4G)': 'lines',
    'Bộ đàm, liên lạc vô tuyến': 'sets',
    'Máy phát điện': 'machines',
    'Xe thông tin lưu động': 'vehicles',
    'Xe tải, vận chuyển': 'vehicles',
    'Kho bãi, điểm tập kết hàng': 'places',
    'Máy chủ, lưu trữ dự phòng': 'machines',
    'Máy tính, thiết bị cho mượn': 'machines',
    'Flycam khảo sát hiện trường': 'pieces',
}
KINDS = ('photo', 'document')
COPY = (
    'INSERT INTO attachments (subject, subject_id, kind, file_id, unique_id, name, size)'
    " SELECT '{subject}', {of}, {kind}, {file}, '', '', 0 FROM {table} WHERE {file} IS NOT NULL ORDER BY id"
)
# The step below keeps photos and documents alone, and of an incident the first one.
OF_INCIDENT = (
    "SELECT {column} FROM attachments WHERE subject = 'incident' AND subject_id = incidents.id"
    " AND kind IN ('photo', 'document') ORDER BY id LIMIT 1"
)


def upgrade() -> None:
    op.create_table('attachments',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.String(), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=32), nullable=False),
    sa.Column('file_id', sa.String(), nullable=False),
    sa.Column('unique_id', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attachments'))
    )
    op.create_index('ix_attachments_subject_subject_id', 'attachments', ['subject', 'subject_id'], unique=False)
    op.execute(COPY.format(subject='incident', of='id', kind='attachment_kind', file='attachment_file_id', table='incidents'))
    op.execute(COPY.format(subject='task_change', of='change_id', kind='kind', file='file_id', table='task_files'))
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.drop_constraint('attachment_kind', type_='check')
        batch_op.drop_column('attachment_kind')
        batch_op.drop_column('attachment_file_id')
    with op.batch_alter_table('task_files', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_task_files_change_id'))
    op.drop_table('task_files')

    _add('capabilities', 'unit', sa.String(length=32), 'people')
    _add('member_capabilities', 'unit', sa.String(length=32), 'people')
    _add('responses', 'offered_quantities', sa.JSON(), '{}')
    _add('response_changes', 'offered_quantities', sa.JSON(), '{}')
    _add('drafts', 'heard', sa.JSON(), '[]')
    known = sa.table('capabilities', sa.column('name_vi', sa.String()), sa.column('unit', sa.String()))
    for name, unit in UNITS.items():
        op.execute(known.update().where(known.c.name_vi == name).values(unit=unit))


def _add(table: str, column: str, kind: sa.types.TypeEngine[object], value: str) -> None:
    """Add a column that holds a value in all rows, and is said by those that come."""
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.add_column(sa.Column(column, kind, nullable=False, server_default=value))
    with op.batch_alter_table(table, schema=None) as batch_op:
        batch_op.alter_column(column, server_default=None)


def downgrade() -> None:
    for table, column in (
        ('drafts', 'heard'),
        ('response_changes', 'offered_quantities'),
        ('responses', 'offered_quantities'),
        ('member_capabilities', 'unit'),
        ('capabilities', 'unit'),
    ):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column(column)

    op.create_table('task_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('change_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum(*KINDS, name='kind', native_enum=False, create_constraint=True, length=32), nullable=False),
    sa.Column('file_id', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['change_id'], ['task_changes.id'], name=op.f('fk_task_files_change_id_task_changes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_task_files'))
    )
    op.create_index('ix_task_files_change_id', 'task_files', ['change_id'], unique=False)
    op.execute(
        'INSERT INTO task_files (change_id, kind, file_id) SELECT subject_id, kind, file_id FROM attachments'
        " WHERE subject = 'task_change' AND kind IN ('photo', 'document') ORDER BY id"
    )
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.add_column(sa.Column('attachment_kind', sa.String(length=32), nullable=True))
        batch_op.add_column(sa.Column('attachment_file_id', sa.String(), nullable=True))
    for column, kept in (('attachment_kind', 'kind'), ('attachment_file_id', 'file_id')):
        op.execute(f'UPDATE incidents SET {column} = ({OF_INCIDENT.format(column=kept)})')
    with op.batch_alter_table('incidents', schema=None) as batch_op:
        batch_op.create_check_constraint('attachment_kind', "attachment_kind IN ('photo', 'document')")
    op.drop_index('ix_attachments_subject_subject_id', table_name='attachments')
    op.drop_table('attachments')
