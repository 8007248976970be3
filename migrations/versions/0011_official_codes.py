"""official codes

Revision: 0011
Follows: 0014
"""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0014'
branch_labels = None
depends_on = None


# The communes that were stored under a code that is not the official one: as it was, and as it is, by province and name.
MOVED = dict(
    pair.split()
    for pair in """
    00073 00082, 00130 00118, 00148 00145, 00167 00166, 00187 00199, 00196 00226, 00226 00229, 00277 00292,
    00304 00301, 00313 00322, 00319 00331, 00331 00340, 00424 00430, 00484 00475, 00583 00577, 00646 00643,
    01537 01561, 01558 01537, 01561 01558, 02674 02671, 02791 02782, 03667 03664, 04318 04309, 04333 04342,
    04591 04606, 04678 04681, 04936 04930, 05098 05092, 05794 05788, 06016 06004, 06193 06211, 06202 06196,
    06214 06124, 06421 06436, 08035 08038, 08161 08173, 08215 08218, 08380 08377, 08461 08467, 08497 08500,
    08749 08746, 09373 09379, 09376 09370, 09382 09385, 09793 09787, 09838 09856, 09859 09871, 09922 09952,
    09928 09910, 10006 10003, 10009 09982, 10018 10045, 10084 10072, 10108 10096, 10141 10126, 10333 10342,
    10510 10507, 10540 10891, 10672 10837, 10777 10792, 11341 11329, 11986 12004, 12052 12073, 12220 12223,
    12478 12583, 12841 12916, 13285 13318, 13291 13285, 13318 13291, 13666 13669, 13735 13708, 14599 14614,
    15115 15106, 15118 15112, 15718 15715, 16063 16072, 16207 16222, 16219 16213, 16994 17011, 17152 17170,
    19165 19138, 19768 19753, 19786 19789, 19810 19774, 19864 19858, 20023 19804, 20152 20137, 20195 20194,
    20224 20305, 20872 20875, 21862 21859, 21889 21901, 21898 21880, 22003 22006, 22066 22060, 22306 22303,
    22408 22411, 22779 22780, 22858 22861, 22868 22846, 22885 22900, 22903 22888, 22910 22909, 23098 23095,
    23737 23938, 24481 24472, 25264 25252, 25336 25333, 25453 25450, 26329 26332, 26794 26800, 26797 26803,
    26812 26809, 26887 26876, 26899 26898, 26902 26890, 27010 27019, 27118 27094, 27160 27154, 27385 27364,
    29752 29740, 31207 31228, 31212 31207
""".split(',')
)
# Communes that became wards in 2026: what they are found by names their kind.
WARDS = (
    '07294', '07375', '07399', '07444', '07840', '09193', '09292', '09313', '09319', '09454', '09475', '09496',
    '25270', '25357', '25363', '26116', '26170', '26248', '26326', '26368', '26425', '26485',
)
# The words under which a stored value is a commune's code, or several.
KEYS = ('commune', 'commune_code', 'commune_codes', 'found')
STORED = (
    ('applications', ('proposed',)),
    ('audit', ('before', 'after')),
    ('broadcasts', ('details',)),
    ('drafts', ('data',)),
    ('jobs', ('asked', 'found')),
)


def moved(value: Any, moves: Mapping[str, str], *, is_code: bool = False) -> Any:
    """Give a stored value with the codes in it moved."""
    if isinstance(value, dict):
        return {key: moved(one, moves, is_code=is_code or key in KEYS) for key, one in value.items()}
    if isinstance(value, list):
        return [moved(one, moves, is_code=is_code) for one in value]
    return moves.get(value, value) if is_code and isinstance(value, str) else value


def move(moves: Mapping[str, str]) -> None:
    """Move codes wherever they are stored; all at once, since some are the codes of others on either side."""
    members = sa.table('members', sa.column('commune_code', sa.String()))
    code = members.c.commune_code
    op.execute(members.update().values(commune_code=sa.case(moves, value=code)).where(code.in_(moves)))
    move_places(moves)
    for table, columns in STORED:
        for column in columns:
            move_within(table, column, moves)


def move_places(moves: Mapping[str, str]) -> None:
    """Move the places of incidents, of which each stands once."""
    table = sa.table('incident_communes', sa.column('incident_id', sa.Integer()), sa.column('commune_code', sa.String()))
    rows = op.get_bind().execute(sa.select(table.c.incident_id, table.c.commune_code)).all()
    kept = {(row.incident_id, row.commune_code) for row in rows}
    meant = {(incident, moves.get(code, code)) for incident, code in kept}
    for incident, code in kept - meant:
        op.execute(table.delete().where(table.c.incident_id == incident, table.c.commune_code == code))
    op.bulk_insert(table, [{'incident_id': incident, 'commune_code': code} for incident, code in sorted(meant - kept)])


def move_within(name: str, column: str, moves: Mapping[str, str]) -> None:
    """Move the codes in a column of JSON."""
    key = 'person_id' if name == 'drafts' else 'id'
    table = sa.table(name, sa.column(key, sa.Integer()), sa.column(column, sa.JSON(none_as_null=True)))
    value = table.c[column]
    like = sa.or_(*(sa.cast(value, sa.Text()).like(f'%"{key}"%') for key in KEYS))
    rows = op.get_bind().execute(sa.select(table.c[key].label('of'), value.label('value')).where(value.is_not(None), like)).all()
    changed = [{'of': row.of, 'to': moved(row.value, moves)} for row in rows if moved(row.value, moves) != row.value]
    store(table.update().where(table.c[key] == sa.bindparam('of')).values({column: sa.bindparam('to')}), changed)


def store(update: sa.Update, written: list[dict[str, Any]]) -> None:
    if written:
        op.get_bind().execute(update, written)


def find_anew(codes: Iterable[str]) -> None:
    """Take away what businesses of some communes are found by: the next start writes it anew, with the new kind."""
    entries = sa.table('roster_entries', sa.column('member_id'))
    members = sa.table('members', sa.column('id'), sa.column('commune_code'))
    there = sa.select(members.c.id).where(members.c.commune_code.in_(codes))
    op.execute(entries.delete().where(entries.c.member_id.in_(there)))


def upgrade() -> None:
    move(MOVED)
    find_anew(WARDS)


def downgrade() -> None:
    move({new: old for old, new in MOVED.items()})
