"""the register of information systems

Revision: 0038
Follows: 0037
"""

import sqlalchemy as sa
from alembic import op

revision = '0038'
down_revision = '0037'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('systems',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('also_called', sa.String(), nullable=False),
    sa.Column('owner_name', sa.String(), nullable=False),
    sa.Column('owner_id', sa.Integer(), nullable=True),
    sa.Column('operator_name', sa.String(), nullable=False),
    sa.Column('operator_id', sa.Integer(), nullable=True),
    sa.Column('level', sa.Integer(), nullable=True),
    sa.Column('mark', sa.Enum('absolute', 'managed', name='systemmark', native_enum=False, length=32), nullable=False),
    sa.Column('commune_code', sa.String(length=5), nullable=True),
    sa.Column('serves', sa.String(), nullable=False),
    sa.Column('name_key', sa.String(), nullable=False),
    sa.Column('sort_key', sa.String().with_variant(sa.String(collation='C'), 'postgresql'), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['operator_id'], ['members.id'], name=op.f('fk_systems_operator_id_members')),
    sa.ForeignKeyConstraint(['owner_id'], ['members.id'], name=op.f('fk_systems_owner_id_members')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_systems'))
    )
    with op.batch_alter_table('systems', schema=None) as batch_op:
        batch_op.create_index('ix_systems_in_use', ['name_key'], unique=True, sqlite_where=sa.text('retired_at IS NULL'), postgresql_where=sa.text('retired_at IS NULL'))
        batch_op.create_index(batch_op.f('ix_systems_operator_id'), ['operator_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_systems_owner_id'), ['owner_id'], unique=False)

    op.create_table('system_contacts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('system_id', sa.Integer(), nullable=False),
    sa.Column('hours', sa.Enum('in_hours', 'out_of_hours', 'leadership', name='contacthours', native_enum=False, length=32), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('phone', sa.String(length=16), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_system_contacts_person_id_people')),
    sa.ForeignKeyConstraint(['system_id'], ['systems.id'], name=op.f('fk_system_contacts_system_id_systems')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_system_contacts'))
    )
    with op.batch_alter_table('system_contacts', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_system_contacts_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_system_contacts_phone'), ['phone'], unique=False)
        batch_op.create_index(batch_op.f('ix_system_contacts_system_id'), ['system_id'], unique=False)

    op.create_table('system_looks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('system_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_export', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_system_looks_person_id_people')),
    sa.ForeignKeyConstraint(['system_id'], ['systems.id'], name=op.f('fk_system_looks_system_id_systems')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_system_looks'))
    )
    with op.batch_alter_table('system_looks', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_system_looks_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_system_looks_system_id'), ['system_id'], unique=False)

    op.create_table('system_providers',
    sa.Column('system_id', sa.Integer(), nullable=False),
    sa.Column('member_id', sa.Integer(), nullable=False),
    sa.Column('provision', sa.Enum('connectivity', 'security', name='provision', native_enum=False, length=32), nullable=False),
    sa.ForeignKeyConstraint(['member_id'], ['members.id'], name=op.f('fk_system_providers_member_id_members')),
    sa.ForeignKeyConstraint(['system_id'], ['systems.id'], name=op.f('fk_system_providers_system_id_systems')),
    sa.PrimaryKeyConstraint('system_id', 'member_id', 'provision', name=op.f('pk_system_providers'))
    )
    with op.batch_alter_table('system_providers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_system_providers_member_id'), ['member_id'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('system_providers', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_system_providers_member_id'))

    op.drop_table('system_providers')
    with op.batch_alter_table('system_looks', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_system_looks_system_id'))
        batch_op.drop_index(batch_op.f('ix_system_looks_person_id'))

    op.drop_table('system_looks')
    with op.batch_alter_table('system_contacts', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_system_contacts_system_id'))
        batch_op.drop_index(batch_op.f('ix_system_contacts_phone'))
        batch_op.drop_index(batch_op.f('ix_system_contacts_person_id'))

    op.drop_table('system_contacts')
    with op.batch_alter_table('systems', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_systems_owner_id'))
        batch_op.drop_index(batch_op.f('ix_systems_operator_id'))
        batch_op.drop_index('ix_systems_in_use', sqlite_where=sa.text('retired_at IS NULL'), postgresql_where=sa.text('retired_at IS NULL'))

    op.drop_table('systems')
