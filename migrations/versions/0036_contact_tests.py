"""contact tests

Revision: 0036
Follows: 0035
"""

import sqlalchemy as sa
from alembic import op


revision = '0036'
down_revision = '0035'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('contact_tests',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('sector', sa.Enum('telecom', 'postal', 'it', name='sector', native_enum=False, create_constraint=True, length=32), nullable=True),
    sa.Column('asked_by_id', sa.Integer(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['asked_by_id'], ['people.id'], name=op.f('fk_contact_tests_asked_by_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact_tests')),
    sa.UniqueConstraint('code', name=op.f('uq_contact_tests_code')),
    sa.UniqueConstraint('year', 'number', name=op.f('uq_contact_tests_year_number'))
    )
    with op.batch_alter_table('contact_tests', schema=None) as batch_op:
        batch_op.create_index('ix_contact_tests_open', ['ends_at'], unique=False, sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))

    op.create_table('contact_test_people',
    sa.Column('test_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_contact_test_people_member_id_members')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_contact_test_people_person_id_people')),
    sa.ForeignKeyConstraint(['test_id'], ['contact_tests.id'], name=op.f('fk_contact_test_people_test_id_contact_tests')),
    sa.PrimaryKeyConstraint('test_id', 'member_id', 'person_id', name=op.f('pk_contact_test_people'))
    )
    with op.batch_alter_table('contact_test_people', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_test_people_person_id'), ['person_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('contact_test_people', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contact_test_people_person_id'))

    op.drop_table('contact_test_people')
    with op.batch_alter_table('contact_tests', schema=None) as batch_op:
        batch_op.drop_index('ix_contact_tests_open', sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))

    op.drop_table('contact_tests')
