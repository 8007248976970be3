"""Whose system is reported, where it is another's: found by what is typed, kept as it was typed, or not known."""

from dataclasses import replace

from handlers.frame.context import Context
from handlers.frame.taps import TapUnreadable, number_of
from handlers.reports.views import reporting as views
from models.identity import id_of
from models.members import Member
from models.systems import InformationSystem
from services.notation.spelling import tidy_line
from services.reports import owners as rules
from services.reports.owners import Owners
from services.reports.reporting import Sign


async def offered(context: Context, said: str) -> Owners:
    """Find those whom a reporter may mean by what they typed."""
    return await rules.meant(context.session, said=said, person=context.person, now=context.now)


async def heard(context: Context, sign: Sign, text: str) -> tuple[Sign, bool]:
    """Keep what was typed of whose it is; tell whether there is something to choose from.

    Raises ReportWordsLength.
    """
    sign = replace(sign, whose_said=rules.check_said(tidy_line(text)), owner_id=None, system_id=None)
    return sign, bool(await offered(context, sign.whose_said))


async def named(context: Context, sign: Sign) -> str:
    """Name the system, or whose it is, as far as that was said; "" where it is not known."""
    if sign.system_id is not None:
        return (await context.session.get_one(InformationSystem, sign.system_id)).name
    if sign.owner_id is not None:
        return (await context.session.get_one(Member, sign.owner_id)).name
    return sign.whose_said


async def chosen(context: Context, sign: Sign, value: str) -> Sign:
    """Keep whose it is as a button says; raises TapUnreadable for what was not offered."""
    sign = replace(sign, owner_id=None, system_id=None)
    if value == views.NOT_KNOWN:
        return replace(sign, whose_said="")
    if value == views.AS_TYPED and sign.whose_said:
        return sign
    found = await offered(context, sign.whose_said)
    letter, number = value[:1], number_of(value[1:])
    if letter == views.OF_MEMBER and number in map(id_of, found.members):
        return replace(sign, owner_id=number)
    if letter == views.OF_SYSTEM and number in map(id_of, found.systems):
        return replace(sign, system_id=number)
    raise TapUnreadable
