"""The pages of the roster, made from what a person has typed and chosen so far."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.taps import TapUnreadable, number_of
from handlers.frame.views.message import Message
from handlers.roster.views import search as views
from handlers.roster.views.search import Counts, Facet, SearchSheet, Value
from models.drafts import LOOKING_UP, Dialogue, Draft
from models.members import LISTED, MemberStatus, Sector
from models.people import Role
from services.ground import drafts
from services.ground.forms import DraftForm
from services.members import capabilities
from services.places import communes
from services.places.communes import CommuneUnknown
from services.roster import nearest as roster_nearest
from services.roster import query as roster_query
from services.roster import reasons
from services.roster import search as roster_search
from services.roster.search import NO_FILTERS, Filters, Search, Viewer

READERS = COORDINATORS | {Role.OBSERVER, Role.REPRESENTATIVE}
# Longer words than that are no search; the draft keeps no more of them.
LONGEST_TEXT = 200


@dataclass(frozen=True)
class RosterForm(DraftForm):
    """What a draft keeps of where a person stands; `filters` are those that are on, by name."""

    text: str
    filters: Mapping[str, Any]
    page: int


@dataclass(frozen=True)
class State:
    """Where a person stands in the roster: on which page of which step, with what text and filters."""

    step: str = views.HOME
    text: str = ""
    filters: Filters = NO_FILTERS
    page: int = 0

    @classmethod
    def read(cls, draft: Draft) -> "State":
        """Read what a draft keeps."""
        kept = RosterForm.of(draft)
        return cls(draft.step, kept.text, Filters.read(kept.filters), kept.page)

    def kept(self) -> RosterForm:
        """Give what the draft keeps besides the step."""
        return RosterForm(self.text, self.filters.write(), self.page)

    def write(self) -> dict[str, Any]:
        """Write down what the draft keeps besides the step."""
        return self.kept().write()

    def search(self, viewer: Viewer, context: Context) -> Search:
        """Make the search that this state stands for."""
        return roster_search.prepare(self.text, viewer=viewer, filters=self.filters, now=context.now)


def viewer_of(context: Context) -> Viewer | None:
    """Tell in which role the person looks into the roster, or None for strangers."""
    return roster_search.viewer_of(context.person, context.turn.roles)


def reader_of(context: Context) -> Viewer:
    """Tell in which role a person looks into the roster who is known to have the right."""
    viewer = viewer_of(context)
    if viewer is None:
        raise TapUnreadable
    return viewer


async def own_draft(context: Context) -> Draft | None:
    """Find the roster's dialogue, if it is the one under way."""
    draft = await drafts.current(context.session, person=context.person)
    return draft if draft is not None and draft.dialogue is Dialogue.ROSTER else None


async def begin(context: Context, state: State) -> Draft | None:
    """Start the roster's dialogue, unless another is under way: looking something up ends none."""
    under_way = await drafts.current(context.session, person=context.person)
    if under_way is not None and under_way.dialogue not in LOOKING_UP:
        return None
    return await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.ROSTER,
        step=state.step,
        data=state.write(),
        now=context.now,
    )


async def page(context: Context, state: State, draft: Draft | None, *, wordless: bool = False) -> Message:
    """Make the page at which a person stands."""
    viewer = reader_of(context)
    sheet = SearchSheet(
        viewer=viewer,
        draft=draft,
        text=state.text,
        filters=state.filters,
        capability_name=await _capability_name(context, state.filters),
        now=context.now,
    )
    search = state.search(viewer, context)
    if state.step == views.HOME:
        return views.opening(context.reader, sheet, await _counts(context, search), wordless=wordless)
    if state.step == views.RESULTS:
        return await _results(context, state, sheet, search)
    facet = Facet(state.step)
    known = await _values(context, facet, replace(search, filters=state.filters.without(facet)))
    return views.values(context.reader, sheet, facet, known, number=state.page)


async def _capability_name(context: Context, filters: Filters) -> str:
    if filters.capability is None:
        return ""
    names = await capabilities.names(context.session, language=context.reader.language, ids=[filters.capability])
    return names.get(filters.capability, "")


async def _counts(context: Context, search: Search) -> Counts:
    total = await roster_search.count(context.session, search=search)
    available = replace(search, filters=replace(search.filters, available=True))
    unconfirmed = replace(search, filters=replace(search.filters, unconfirmed=True))
    return Counts(
        total=total,
        available=await roster_search.count(context.session, search=available),
        unconfirmed=await roster_search.count(context.session, search=unconfirmed) if search.viewer.coordinates else 0,
    )


async def _results(context: Context, state: State, sheet: SearchSheet, search: Search) -> Message:
    finding = await roster_search.find(context.session, search=search, page=state.page)
    if finding.total:
        members = [item.member for item in finding.items]
        why = await reasons.reasons(
            context.session, wanted=search.wanted, members=members, language=context.reader.language
        )
        return views.results(context.reader, sheet, finding, why)
    nearest = await roster_nearest.find(context.session, search=search)
    understood = roster_query.spoken(search.wanted)
    return views.nothing_found(context.reader, sheet, understood=understood, nearest=nearest)


async def _values(context: Context, facet: Facet, search: Search) -> Sequence[Value]:
    """List the values of a filter that leave anything, each with how much."""
    session, reader = context.session, context.reader
    match facet:
        case Facet.SECTOR:
            in_sector = await roster_search.by_sector(session, search=search)
            return _named(in_sector, Sector, lambda sector: reader.label(f"sector-{sector}"))
        case Facet.CAPABILITY:
            able = await roster_search.by_capability(session, search=search)
            names = await capabilities.names(session, language=reader.language, ids=able)
            return _named(able, list(names), lambda number: names[number])
        case Facet.COMMUNE:
            there = await roster_search.by_commune(session, search=search)
            in_order = [place.code for place in communes.communes(context.office.province_code)]
            return _named(there, [*in_order, *(set(there) - set(in_order))], lambda code: communes.commune(code).name)
        case Facet.STATUS:
            standing = await roster_search.by_status(session, search=search)
            return _named(standing, LISTED, lambda status: reader.label(f"roster-state-{status}"))
    raise TapUnreadable


def _named(
    counts: Mapping[Any, int], in_order: Sequence[Any] | type[Sector], name: Callable[[Any], str]
) -> list[Value]:
    return [Value(str(key), name(key), counts[key]) for key in in_order if counts.get(key)]


def chosen(filters: Filters, facet: Facet, key: str) -> Filters:
    """Filter by a value that was tapped, or no longer where it was tapped before; raises TapUnreadable."""
    try:
        read = _read(facet, key)
    except (ValueError, CommuneUnknown) as error:
        raise TapUnreadable from error
    if filters.write().get(facet) == read:
        return filters.without(facet)
    return filters.having(facet, read)


def _read(facet: Facet, key: str) -> Sector | MemberStatus | int | str:
    """Read a value; raises ValueError or CommuneUnknown for what is none."""
    match facet:
        case Facet.SECTOR:
            return Sector(key)
        case Facet.STATUS:
            return MemberStatus(key)
        case Facet.COMMUNE:
            return communes.commune(key).code
        case Facet.CAPABILITY:
            return number_of(key)
