"""drills

Revision: 0046
Follows: 0045
"""

import sqlalchemy as sa
from alembic import op


revision = '0046'
down_revision = '0045'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('drills',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('planned', 'running', 'over', 'cancelled', name='drillstate', native_enum=False, length=32), nullable=False),
    sa.Column('script_id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=True),
    sa.Column('sector', sa.Enum('telecom', 'postal', 'it', name='sector', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('announced', sa.Boolean(), nullable=False),
    sa.Column('announce_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('announced_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('yearly', sa.Boolean(), nullable=False),
    sa.Column('before_id', sa.Integer(), nullable=True),
    sa.Column('planned_by_id', sa.Integer(), nullable=False),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('draft_key', sa.String(), nullable=False),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('began_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('known_real', sa.JSON(), nullable=False),
    sa.Column('rests_for_id', sa.Integer(), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['before_id'], ['drills.id'], name=op.f('fk_drills_before_id_drills')),
    sa.ForeignKeyConstraint(['planned_by_id'], ['people.id'], name=op.f('fk_drills_planned_by_id_people')),
    sa.ForeignKeyConstraint(['rests_for_id'], ['incidents.id'], name=op.f('fk_drills_rests_for_id_incidents')),
    sa.ForeignKeyConstraint(['run_id'], ['script_runs.id'], name=op.f('fk_drills_run_id_script_runs')),
    sa.ForeignKeyConstraint(['script_id'], ['scripts.id'], name=op.f('fk_drills_script_id_scripts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_drills')),
    sa.UniqueConstraint('before_id', name=op.f('uq_drills_before_id')),
    sa.UniqueConstraint('code', name=op.f('uq_drills_code')),
    sa.UniqueConstraint('draft_key', name=op.f('uq_drills_draft_key')),
    sa.UniqueConstraint('run_id', name=op.f('uq_drills_run_id')),
    sa.UniqueConstraint('year', 'number', name=op.f('uq_drills_year_number'))
    )
    with op.batch_alter_table('drills', schema=None) as batch_op:
        batch_op.create_index('ix_drills_planned', ['starts_at'], unique=False, sqlite_where=sa.text("state = 'planned'"), postgresql_where=sa.text("state = 'planned'"))
        batch_op.create_index('ix_drills_running', ['id'], unique=False, sqlite_where=sa.text("state = 'running'"), postgresql_where=sa.text("state = 'running'"))

    op.create_table('drill_members',
    sa.Column('drill_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['drill_id'], ['drills.id'], name=op.f('fk_drill_members_drill_id_drills')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_drill_members_member_id_members')),
    sa.PrimaryKeyConstraint('drill_id', 'member_id', name=op.f('pk_drill_members'))
    )
    op.create_table('inject_replies',
    sa.Column('run_step_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('took_seconds', sa.Integer(), nullable=True),
    sa.Column('answered_by_id', sa.Integer(), nullable=True),
    sa.Column('done', sa.Boolean(), nullable=True),
    sa.Column('words', sa.String(), nullable=True),
    sa.Column('missed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['answered_by_id'], ['people.id'], name=op.f('fk_inject_replies_answered_by_id_people')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_inject_replies_member_id_members')),
    sa.ForeignKeyConstraint(['run_step_id'], ['run_steps.id'], name=op.f('fk_inject_replies_run_step_id_run_steps')),
    sa.PrimaryKeyConstraint('run_step_id', 'member_id', name=op.f('pk_inject_replies'))
    )
    with op.batch_alter_table('inject_replies', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_inject_replies_answered_by_id'), ['answered_by_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('inject_replies', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_inject_replies_answered_by_id'))

    op.drop_table('inject_replies')
    op.drop_table('drill_members')
    with op.batch_alter_table('drills', schema=None) as batch_op:
        batch_op.drop_index('ix_drills_running', sqlite_where=sa.text("state = 'running'"), postgresql_where=sa.text("state = 'running'"))
        batch_op.drop_index('ix_drills_planned', sqlite_where=sa.text("state = 'planned'"), postgresql_where=sa.text("state = 'planned'"))

    op.drop_table('drills')
