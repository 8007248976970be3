"""parts of updates, when the next one is due, and who acknowledged one

Revision: 0045
Follows: 0044
"""

import sqlalchemy as sa
from alembic import op


revision = '0045'
down_revision = '0044'
branch_labels = None
depends_on = None

PARTS = ('actions', 'needs', 'ruled_out')
MARKS = ('observers', 'asks_seen', 'is_unchanged')


def upgrade() -> None:
    op.create_table('update_dues',
    sa.Column('incident_id', sa.Integer(), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('warn_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('warned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('late_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_update_dues_incident_id_incidents')),
    sa.PrimaryKeyConstraint('incident_id', name=op.f('pk_update_dues'))
    )
    with op.batch_alter_table('update_dues', schema=None) as batch_op:
        batch_op.create_index('ix_update_dues_late', ['due_at'], unique=False, sqlite_where=sa.text('late_at IS NULL'), postgresql_where=sa.text('late_at IS NULL'))
        batch_op.create_index('ix_update_dues_warn', ['warn_at'], unique=False, sqlite_where=sa.text('warned_at IS NULL'), postgresql_where=sa.text('warned_at IS NULL'))

    op.create_table('acknowledgements',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('notice_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_acknowledgements_member_id_members')),
    sa.ForeignKeyConstraint(['notice_id'], ['notices.id'], name=op.f('fk_acknowledgements_notice_id_notices')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_acknowledgements_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_acknowledgements')),
    sa.UniqueConstraint('notice_id', 'member_id', name=op.f('uq_acknowledgements_notice_id_member_id'))
    )
    with op.batch_alter_table('acknowledgements', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_acknowledgements_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_acknowledgements_notice_id'), ['notice_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_acknowledgements_person_id'), ['person_id'], unique=False)

    with op.batch_alter_table('notices', schema=None) as batch_op:
        # Whom a notice is for is a word that grows.
        batch_op.drop_constraint('audience', type_='check')
        for name in PARTS:
            batch_op.add_column(sa.Column(name, sa.String(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('next_at', sa.DateTime(timezone=True), nullable=True))
        for name in MARKS:
            batch_op.add_column(sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table('notices', schema=None) as batch_op:
        for name in (*PARTS, *MARKS):
            batch_op.alter_column(name, server_default=None)


def downgrade() -> None:
    op.execute(sa.text("UPDATE notices SET audience = 'all' WHERE audience NOT IN ('all', 'ready', 'needs_info')"))
    with op.batch_alter_table('notices', schema=None) as batch_op:
        for name in (*MARKS, 'next_at', *PARTS):
            batch_op.drop_column(name)
        batch_op.create_check_constraint('audience', "audience IN ('all', 'ready', 'needs_info')")

    with op.batch_alter_table('acknowledgements', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_acknowledgements_person_id'))
        batch_op.drop_index(batch_op.f('ix_acknowledgements_notice_id'))
        batch_op.drop_index(batch_op.f('ix_acknowledgements_member_id'))

    op.drop_table('acknowledgements')
    with op.batch_alter_table('update_dues', schema=None) as batch_op:
        batch_op.drop_index('ix_update_dues_warn', sqlite_where=sa.text('warned_at IS NULL'), postgresql_where=sa.text('warned_at IS NULL'))
        batch_op.drop_index('ix_update_dues_late', sqlite_where=sa.text('late_at IS NULL'), postgresql_where=sa.text('late_at IS NULL'))

    op.drop_table('update_dues')
