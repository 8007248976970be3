"""the names that businesses had before, in the place of those that lessons kept

Revision: 0089
Follows: 0088
"""

import sqlalchemy as sa
from alembic import op

revision = '0089'
down_revision = '0088'
branch_labels = None
depends_on = None

MEMBERS = sa.table('members', sa.column('id', sa.Integer), sa.column('name', sa.String), sa.column('known_as', sa.String))


def upgrade() -> None:
    """Climb."""
    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.add_column(sa.Column('known_as', sa.String(), server_default='', nullable=False))
    _gather()
    for table in ('lesson_namings', 'lessons'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('known_as')


def _gather() -> None:
    """Let each business have the names of before that its lessons, and those that name it, have kept."""
    connection = op.get_bind()
    known: dict[int, dict[str, None]] = {}
    for table in ('lessons', 'lesson_namings'):
        kept = sa.table(table, sa.column('id', sa.Integer), sa.column('member_id'), sa.column('known_as', sa.String))
        rows = sa.select(kept.c.member_id, kept.c.known_as).where(kept.c.known_as != '').order_by(kept.c.id)
        for member_id, names in connection.execute(rows).all():
            known.setdefault(member_id, {}).update(dict.fromkeys(names.splitlines()))
    today = sa.select(MEMBERS.c.id, MEMBERS.c.name).where(MEMBERS.c.id.in_(known))
    for member_id, name in connection.execute(today).all():
        before = '\n'.join(one for one in known[member_id] if one != name)
        connection.execute(sa.update(MEMBERS).where(MEMBERS.c.id == member_id).values(known_as=before))


def downgrade() -> None:
    """Descend."""
    for table in ('lessons', 'lesson_namings'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('known_as', sa.String(), server_default='', nullable=False))
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.alter_column('known_as', server_default=None)
        names = f"SELECT known_as || :line || name FROM members WHERE members.id = {table}.member_id"
        kept = sa.text(f"UPDATE {table} SET known_as = ({names}) WHERE member_id IS NOT NULL")
        op.execute(kept.bindparams(line='\n'))
    with op.batch_alter_table('members', schema=None) as batch_op:
        batch_op.drop_column('known_as')
