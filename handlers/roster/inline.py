"""The roster from any chat: `@bot text`, answered for the person who asks and for nobody else.

What other wings find stands below the businesses.
"""

from collections.abc import Sequence

from telegram import InlineQuery

from handlers.frame.context import Context
from handlers.frame.views.message import InlineResult
from handlers.roster.pages import LONGEST_TEXT, viewer_of
from handlers.roster.views import inline as views
from models.identity import id_of
from services.notation.spelling import tidy_line
from services.people import businesses
from services.roster import nearest as roster_nearest
from services.roster import search as roster_search
from services.roster.search import NO_FILTERS, Finding, Item, Search

A_PAGE = 20
LARGEST_PAGE = 10**6


def is_first(query: InlineQuery) -> bool:
    """Tell whether an inline query asks for the first page of what there is."""
    return _page_of(query.offset) == 0


async def answer(context: Context, query: InlineQuery, *, beside: Sequence[InlineResult] = ()) -> None:
    """Answer an inline query with the businesses that this person may see; strangers are invited to register.

    What else was found stands `beside` them, below, or alone where there is no such business.
    """
    viewer = viewer_of(context)
    if viewer is None:
        context.answer_inline(beside, invitation=None if beside else views.register(context.reader))
        return
    text = tidy_line(query.query)[:LONGEST_TEXT]
    search = roster_search.prepare(text, viewer=viewer, filters=NO_FILTERS, now=context.now)
    number = _page_of(query.offset)
    if not search.wanted and number == 0 and await _offer_own(context, search):
        return
    finding = await roster_search.find(context.session, search=search, page=number, size=A_PAGE)
    if finding.total == 0 and beside:
        context.answer_inline(beside)
    elif finding.total == 0:
        await _offer_nearest(context, search, text)
    elif number == finding.page:
        context.answer_inline([*_results(context, finding.items), *beside], next_offset=_next(finding))
    else:
        context.answer_inline([])


def _page_of(offset: str) -> int:
    """Read the offset that Telegram gives back; what none of our answers named is the beginning."""
    digits = offset if offset.isascii() and offset.isdecimal() else "0"
    return min(int(digits[: len(str(LARGEST_PAGE))]), LARGEST_PAGE)


def _next(finding: Finding) -> str:
    """Name the page after this one; nothing after the last."""
    return str(finding.page + 1) if finding.page + 1 < finding.pages else ""


async def _offer_own(context: Context, search: Search) -> bool:
    """Offer a representative their own businesses before anything is typed; tell whether there are any."""
    own = await businesses.spoken_for(context.session, person=context.person)
    found = await roster_search.items(context.session, search=search, ids=[id_of(member) for member in own])
    if found:
        context.answer_inline(_results(context, found[:A_PAGE]))
    return bool(found)


async def _offer_nearest(context: Context, search: Search, text: str) -> None:
    """Offer names much alike where nothing was found, and say so above them."""
    nearest = await roster_nearest.find(context.session, search=search)
    ids = [id_of(member) for member in nearest.alike]
    alike = await roster_search.items(context.session, search=search, ids=ids)
    context.answer_inline(
        _results(context, alike), invitation=views.none(context.reader, text, has_nearest=bool(alike))
    )


def _results(context: Context, found: Sequence[Item]) -> Sequence[InlineResult]:
    return [views.result(context.reader, item, office=context.office, now=context.now) for item in found]
