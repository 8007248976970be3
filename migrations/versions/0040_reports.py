"""reports, their steps, and the times at which they climb

Revision: 0040
Follows: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = '0040'
down_revision = '0039'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'reports',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('year', sa.Integer(), nullable=False),
        sa.Column('number', sa.Integer(), nullable=False),
        sa.Column('code', sa.String(), nullable=False),
        sa.Column('member_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('kind', sa.String(length=32), nullable=False),
        sa.Column('began_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('is_own', sa.Boolean(), nullable=False),
        sa.Column('needs_help', sa.Boolean(), nullable=False),
        sa.Column('is_confidential', sa.Boolean(), nullable=False),
        sa.Column('text', sa.String(), nullable=False),
        sa.Column('commune_code', sa.String(length=5), nullable=True),
        sa.Column('place_from', sa.String(length=32), nullable=True),
        sa.Column('message_id', sa.BigInteger(), nullable=False),
        sa.Column('reported_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('update_id', sa.BigInteger(), nullable=False),
        sa.Column('edited_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('state', sa.String(length=32), nullable=False),
        sa.Column('state_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('incident_id', sa.Integer(), nullable=True),
        sa.Column('laid_to_id', sa.Integer(), nullable=True),
        sa.Column('naming_asked_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('may_be_named', sa.Boolean(), nullable=True),
        sa.Column('draft_key', sa.String(), nullable=False),
        sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_reports_incident_id_incidents')),
        sa.ForeignKeyConstraint(['laid_to_id'], ['reports.id'], name=op.f('fk_reports_laid_to_id_reports')),
        sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_reports_member_id_members')),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_reports_person_id_people')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_reports')),
        sa.UniqueConstraint('code', name=op.f('uq_reports_code')),
        sa.UniqueConstraint('draft_key', name=op.f('uq_reports_draft_key')),
        sa.UniqueConstraint('year', 'number', name=op.f('uq_reports_year_number')),
    )
    with op.batch_alter_table('reports', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reports_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reports_laid_to_id'), ['laid_to_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reports_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_reports_person_id'), ['person_id'], unique=False)
        batch_op.create_index(
            'ix_reports_unasked',
            ['incident_id'],
            unique=False,
            sqlite_where=sa.text("state = 'incident' AND naming_asked_at IS NULL"),
            postgresql_where=sa.text("state = 'incident' AND naming_asked_at IS NULL"),
        )
        batch_op.create_index(
            'ix_reports_undecided',
            ['kind', 'reported_at'],
            unique=False,
            sqlite_where=sa.text("state IN ('new', 'seen', 'handed_up')"),
            postgresql_where=sa.text("state IN ('new', 'seen', 'handed_up')"),
        )

    op.create_table(
        'report_changes',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('report_id', sa.Integer(), nullable=False),
        sa.Column('person_id', sa.Integer(), nullable=False),
        sa.Column('step', sa.String(length=32), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('note', sa.String(), nullable=True),
        sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_report_changes_person_id_people')),
        sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_report_changes_report_id_reports')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_report_changes')),
    )
    with op.batch_alter_table('report_changes', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_changes_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_report_changes_report_id'), ['report_id'], unique=False)

    op.create_table(
        'report_climbs',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('report_id', sa.Integer(), nullable=False),
        sa.Column('rung', sa.Integer(), nullable=False),
        sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_report_climbs_report_id_reports')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_report_climbs')),
    )
    with op.batch_alter_table('report_climbs', schema=None) as batch_op:
        batch_op.create_index(
            'ix_report_climbs_due',
            ['due_at'],
            unique=False,
            sqlite_where=sa.text('done_at IS NULL'),
            postgresql_where=sa.text('done_at IS NULL'),
        )
        batch_op.create_index(batch_op.f('ix_report_climbs_report_id'), ['report_id'], unique=False)

    op.create_table(
        'report_declarations',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('report_id', sa.Integer(), nullable=False),
        sa.Column('draft_key', sa.String(), nullable=False),
        sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(['report_id'], ['reports.id'], name=op.f('fk_report_declarations_report_id_reports')),
        sa.PrimaryKeyConstraint('id', name=op.f('pk_report_declarations')),
        sa.UniqueConstraint('draft_key', name=op.f('uq_report_declarations_draft_key')),
    )
    with op.batch_alter_table('report_declarations', schema=None) as batch_op:
        batch_op.create_index(
            'ix_report_declarations_begun',
            ['draft_key'],
            unique=False,
            sqlite_where=sa.text('done_at IS NULL'),
            postgresql_where=sa.text('done_at IS NULL'),
        )
        batch_op.create_index(batch_op.f('ix_report_declarations_report_id'), ['report_id'], unique=False)


def downgrade() -> None:
    for name in ('report_declarations', 'report_climbs', 'report_changes', 'reports'):
        op.drop_table(name)
