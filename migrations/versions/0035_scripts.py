"""scripts, their versions, steps and runs

Revision: 0035
Follows: 0034
"""

import sqlalchemy as sa
from alembic import op

revision = '0035'
down_revision = '0034'
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Climb."""
    op.create_table('scripts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('playbook', 'drill', name='scriptkind', native_enum=False, length=32), nullable=False),
    sa.Column('name', sa.String(length=32), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('title_en', sa.String(), nullable=True),
    sa.Column('types', sa.JSON(), nullable=False),
    sa.Column('words', sa.JSON(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=True),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('replaced_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_scripts_made_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_scripts')),
    sa.UniqueConstraint('kind', 'name', 'version', name=op.f('uq_scripts_kind_name_version'))
    )
    op.create_table('script_runs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('script_id', sa.Integer(), nullable=False),
    sa.Column('incident_id', sa.Integer(), nullable=True),
    sa.Column('began_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('began_by_id', sa.Integer(), nullable=False),
    sa.Column('paused_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['began_by_id'], ['people.id'], name=op.f('fk_script_runs_began_by_id_people')),
    sa.ForeignKeyConstraint(['incident_id'], ['incidents.id'], name=op.f('fk_script_runs_incident_id_incidents')),
    sa.ForeignKeyConstraint(['script_id'], ['scripts.id'], name=op.f('fk_script_runs_script_id_scripts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_runs'))
    )
    with op.batch_alter_table('script_runs', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_script_runs_incident_id'), ['incident_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_script_runs_script_id'), ['script_id'], unique=False)
        batch_op.create_index('ix_script_runs_under_way', ['incident_id'], unique=False, sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))

    op.create_table('script_steps',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('script_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('role', sa.Enum('coordinators', 'any', 'telecom', 'postal', 'it', 'named', 'everyone', name='steprole', native_enum=False, length=32), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('starts', sa.Enum('beginning', 'step_before', name='stepstart', native_enum=False, length=32), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('within', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('text_en', sa.String(), nullable=True),
    sa.Column('expected', sa.String(), nullable=False),
    sa.Column('expected_en', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_script_steps_member_id_members')),
    sa.ForeignKeyConstraint(['script_id'], ['scripts.id'], name=op.f('fk_script_steps_script_id_scripts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_script_steps'))
    )
    with op.batch_alter_table('script_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_script_steps_member_id'), ['member_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_script_steps_script_id'), ['script_id'], unique=False)

    op.create_table('run_steps',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('run_id', sa.Integer(), nullable=False),
    sa.Column('step_id', sa.Integer(), nullable=False),
    sa.Column('place', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'due', 'done', 'skipped', name='runstepstate', native_enum=False, length=32), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('member_id', sa.Integer(), nullable=True),
    sa.Column('came_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('until_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('task_id', sa.Integer(), nullable=True),
    sa.Column('done_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('done_by_id', sa.Integer(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['done_by_id'], ['people.id'], name=op.f('fk_run_steps_done_by_id_people')),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_run_steps_member_id_members')),
    sa.ForeignKeyConstraint(['run_id'], ['script_runs.id'], name=op.f('fk_run_steps_run_id_script_runs')),
    sa.ForeignKeyConstraint(['step_id'], ['script_steps.id'], name=op.f('fk_run_steps_step_id_script_steps')),
    sa.ForeignKeyConstraint(['task_id'], ['tasks.id'], name=op.f('fk_run_steps_task_id_tasks')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_run_steps')),
    sa.UniqueConstraint('run_id', 'place', name=op.f('uq_run_steps_run_id_place')),
    sa.UniqueConstraint('task_id', name=op.f('uq_run_steps_task_id'))
    )
    with op.batch_alter_table('run_steps', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_run_steps_member_id'), ['member_id'], unique=False)
        batch_op.create_index('ix_run_steps_to_come', ['due_at'], unique=False, sqlite_where=sa.text("state = 'waiting' AND due_at IS NOT NULL"), postgresql_where=sa.text("state = 'waiting' AND due_at IS NOT NULL"))
        batch_op.create_index('ix_run_steps_under_way', ['run_id'], unique=False, sqlite_where=sa.text("state = 'due'"), postgresql_where=sa.text("state = 'due'"))



def downgrade() -> None:
    """Step back."""
    with op.batch_alter_table('run_steps', schema=None) as batch_op:
        batch_op.drop_index('ix_run_steps_under_way', sqlite_where=sa.text("state = 'due'"), postgresql_where=sa.text("state = 'due'"))
        batch_op.drop_index('ix_run_steps_to_come', sqlite_where=sa.text("state = 'waiting' AND due_at IS NOT NULL"), postgresql_where=sa.text("state = 'waiting' AND due_at IS NOT NULL"))
        batch_op.drop_index(batch_op.f('ix_run_steps_member_id'))

    op.drop_table('run_steps')
    with op.batch_alter_table('script_steps', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_script_steps_script_id'))
        batch_op.drop_index(batch_op.f('ix_script_steps_member_id'))

    op.drop_table('script_steps')
    with op.batch_alter_table('script_runs', schema=None) as batch_op:
        batch_op.drop_index('ix_script_runs_under_way', sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))
        batch_op.drop_index(batch_op.f('ix_script_runs_script_id'))
        batch_op.drop_index(batch_op.f('ix_script_runs_incident_id'))

    op.drop_table('script_runs')
    op.drop_table('scripts')
