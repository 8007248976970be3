"""The roster: its opening page, what a search finds, the values of a filter, and what is offered instead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from markupsafe import Markup

from handlers.frame.taps import DialogueTap, MenuTap
from handlers.frame.views.fitting import ECHOED, fits_two_a_row, shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to_roster_card
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, MemberStatus
from services.members.entry_words import short_name
from services.people import businesses
from services.places import communes
from services.roster.nearest import Nearest
from services.roster.reasons import FoundIn, Reason
from services.roster.search import NO_FILTERS, Filters, Finding, Item, Viewer

PEOPLE, PHONE = "people", "phone"
HOME, RESULTS, TURN, OPEN, SET, SWITCH, OFF, FEWER = "home", "list", "turn", "open", "set", "on", "off", "fewer"
# What `OFF` takes away besides the filters by their names: the text, or all filters.
TEXT, FILTERS = "text", "filters"
NAME_LENGTH = 48
# So few of what narrows a search down stand in a row each where two in one would be cut.
MOST_ALONE = 2
# So many capabilities are named by which a business was found.
MOST_TOLD = 2
Rows = tuple[tuple[Button, ...], ...]


class Facet(StrEnum):
    """A side of a business by whose values the roster is filtered; named as in `Filters`."""

    SECTOR = "sector"
    CAPABILITY = "capability"
    COMMUNE = "commune"
    STATUS = "status"


SWITCHES = ("available", "unconfirmed")
FOR_COORDINATORS = (Facet.STATUS, "unconfirmed")


@dataclass(frozen=True)
class SearchSheet:
    """What every page of the roster knows: who looks, in which dialogue, and what narrows the search.

    `draft` is None while another dialogue is under way, which looking something up does not end.
    """

    viewer: Viewer
    draft: Draft | None
    text: str
    filters: Filters
    capability_name: str
    now: datetime

    def button(self, verb: str, text: str, value: str = "") -> Button:
        """Make a button of the roster's dialogue."""
        return Button(text, DialogueTap(self.draft.key if self.draft is not None else "", verb, value).pack())

    @property
    def is_filtered(self) -> bool:
        """Tell whether there are filters."""
        return self.filters != NO_FILTERS


@dataclass(frozen=True)
class Counts:
    """How many businesses are there with the text and filters as they stand, and with each switch on."""

    total: int
    available: int
    unconfirmed: int


@dataclass(frozen=True)
class Value:
    """A value of a filter: what its button carries, its name, and how many businesses it would leave."""

    key: str
    name: str
    count: int


def for_strangers(reader: Reader) -> Message:
    """Say who the roster is for, and how to register."""
    register = Button(reader.label("roster-button-register"), MenuTap("register").pack())
    return Message(reader.say("roster-stranger"), rows=((register,),))


def left(reader: Reader) -> Message:
    """Say that the roster was left."""
    return Message(reader.say("roster-left"))


def opening(reader: Reader, sheet: SearchSheet, counts: Counts, *, wordless: bool = False) -> Message:
    """Show how many businesses there are, how to search, and the filters; `wordless` says that nothing was typed."""
    how = "roster-how" if sheet.viewer.sees_phones else "roster-how-without-phones"
    parts = [
        reader.say("roster-title", count=counts.total),
        *([reader.say("roster-nothing-typed")] if wordless else []),
        *_narrowed(reader, sheet),
        reader.say(how),
    ]
    if sheet.draft is None:
        return Message(Markup("\n\n").join([*parts, reader.say("roster-while-busy")]))
    everything = sheet.button(RESULTS, reader.label("roster-button-all", count=counts.total))
    rows = ((everything,), *_facets(reader, sheet, counts), *_taken_off(reader, sheet), (_menu(reader),))
    return Message(Markup("\n\n").join(parts), rows=rows)


def _facets(reader: Reader, sheet: SearchSheet, counts: Counts) -> Rows:
    """Make the buttons of the filters; some are for coordinators, and one that would find nothing is left out."""
    found = {"available": counts.available, "unconfirmed": counts.unconfirmed}
    facets = [sheet.button(OPEN, reader.label(f"roster-facet-{facet}"), facet) for facet in _open_to(sheet, Facet)]
    switches = [
        sheet.button(SWITCH, reader.label(f"roster-switch-{name}", count=found[name]), name)
        for name in _open_to(sheet, SWITCHES)
        if found[name] and not getattr(sheet.filters, name)
    ]
    return (*_in_rows(facets, per_row=2 if len(facets) % 2 == 0 else 3), *_in_rows(switches, per_row=1))


def _open_to(sheet: SearchSheet, names: Sequence[str] | type[Facet]) -> Sequence[str]:
    return [name for name in names if sheet.viewer.coordinates or name not in FOR_COORDINATORS]


def _in_rows(buttons: Sequence[Button], *, per_row: int) -> Rows:
    return tuple(tuple(buttons[start : start + per_row]) for start in range(0, len(buttons), per_row))


def _menu(reader: Reader) -> Button:
    return Button(reader.label("button-menu"), MenuTap("menu").pack())


def _narrowed(reader: Reader, sheet: SearchSheet) -> list[Markup]:
    """Say what was typed, and which filters are on."""
    lines = []
    if sheet.text:
        lines.append(reader.say("roster-searched", text=shorten(sheet.text, ECHOED)))
    if sheet.is_filtered:
        names = [name for _, name in active(reader, sheet)]
        lines.append(reader.say("roster-filtered", filters=" · ".join(names)))
    return [Markup("\n").join(lines)] if lines else []


def active(reader: Reader, sheet: SearchSheet) -> list[tuple[str, str]]:
    """List the filters that are on: the name of each, and its value in words."""
    filters = sheet.filters
    named = {
        "sector": reader.label(f"sector-{filters.sector}") if filters.sector else "",
        "capability": sheet.capability_name,
        "commune": communes.commune(filters.commune).name if filters.commune else "",
        "available": reader.label("roster-filter-available"),
        "status": reader.label(f"roster-state-{filters.status}") if filters.status else "",
        "unconfirmed": reader.label("roster-filter-unconfirmed"),
    }
    return [(name, named[name]) for name in filters.write()]


def _taken_off(reader: Reader, sheet: SearchSheet) -> Rows:
    """Make a button for the text and for each filter that takes it away."""
    what = [(TEXT, f"“{shorten(sheet.text, ECHOED)}”")] if sheet.text else []
    what += active(reader, sheet)
    buttons = [sheet.button(OFF, reader.label("roster-button-off", what=words), name) for name, words in what]
    are_whole = fits_two_a_row(one.text for one in buttons)
    return _in_rows(buttons, per_row=2 if are_whole or len(buttons) > MOST_ALONE else 1)


def results(reader: Reader, sheet: SearchSheet, finding: Finding, why: Mapping[int, Reason]) -> Message:
    """Show a page of what was found, each business as a button that opens its card, and why each (id) was found."""
    parts = [
        reader.say("roster-found", count=finding.total),
        *_narrowed(reader, sheet),
        *_found_by(reader, finding, why),
    ]
    rows = tuple((item_button(reader, item, now=sheet.now),) for item in finding.items)
    if sheet.draft is None:
        return Message(Markup("\n\n").join([*parts, reader.say("roster-while-busy")]), rows=rows)
    page = Page(finding.items, finding.page, finding.pages)
    turned = turning(page, lambda number: sheet.button(TURN, "", str(number)).data)
    return Message(Markup("\n\n").join(parts), rows=(*rows, *turned, *_taken_off(reader, sheet), _foot(reader, sheet)))


def _found_by(reader: Reader, finding: Finding, why: Mapping[int, Reason]) -> list[Markup]:
    """Say of each business by what it was found, unless it is its name."""
    lines = []
    for member in (item.member for item in finding.items):
        reason = why[id_of(member)]
        if reason.where is not FoundIn.NAME:
            names = ", ".join(reason.names[:MOST_TOLD])
            by = reader.label(f"roster-found-by-{reason.where}", names=shorten(names, NAME_LENGTH))
            lines.append(reader.say("roster-found-by", member=shorten(short_name(member.name), NAME_LENGTH), by=by))
    return [Markup("\n").join(lines)] if lines else []


def _foot(reader: Reader, sheet: SearchSheet) -> tuple[Button, ...]:
    return (sheet.button(HOME, reader.label("roster-button-filters")), _menu(reader))


def item_button(reader: Reader, item: Item, *, now: datetime) -> Button:
    """Make the button of a business: its name without legal words before it, its commune, and a mark of its state."""
    member = item.member
    said = {
        "name": shorten(short_name(member.name), NAME_LENGTH),
        "commune": communes.commune(member.commune_code).name,
    }
    mark = _mark(reader, member, now=now)
    text = reader.label("roster-item-marked", mark=mark, **said) if mark else reader.label("roster-item", **said)
    return Button(text, to_roster_card(member))


def _mark(reader: Reader, member: Member, *, now: datetime) -> str:
    if member.status is not MemberStatus.APPROVED:
        return reader.label(f"roster-mark-{member.status}")
    return reader.label("roster-mark-away") if businesses.is_away(member, now=now) else ""


def nothing_found(reader: Reader, sheet: SearchSheet, *, understood: str, nearest: Nearest) -> Message:
    """Say what was understood, and offer what is nearest: fewer words, no filters, names much alike."""
    parts = [reader.say("roster-none")]
    if understood:
        parts.append(reader.say("roster-understood", words=understood))
    if sheet.is_filtered:
        filters = " · ".join(name for _, name in active(reader, sheet))
        parts.append(reader.say("roster-filtered", filters=filters))
    offered = (*_alike(reader, sheet, nearest), *_less(reader, sheet, nearest))
    parts.append(reader.say("roster-nearest") if offered else reader.say("roster-nothing-near"))
    if sheet.draft is None:
        return Message(Markup("\n\n").join(parts), rows=_alike(reader, sheet, nearest))
    rows = (*offered, *_taken_off(reader, sheet), _foot(reader, sheet))
    return Message(Markup("\n\n").join(parts), rows=rows)


def _alike(reader: Reader, sheet: SearchSheet, nearest: Nearest) -> Rows:
    return tuple((item_button(reader, Item(member, ()), now=sheet.now),) for member in nearest.alike)


def _less(reader: Reader, sheet: SearchSheet, nearest: Nearest) -> Rows:
    """Offer the search without its filters, and with each word left out."""
    rows: list[tuple[Button, ...]] = []
    if nearest.without_filters:
        label = reader.label("roster-button-unfiltered", count=nearest.without_filters)
        rows.append((sheet.button(OFF, label, FILTERS),))
    for fewer in nearest.fewer:
        label = reader.label("roster-button-fewer", word=shorten(fewer.dropped, ECHOED), count=fewer.total)
        rows.append((sheet.button(FEWER, label, str(fewer.place)),))
    return tuple(rows)


def values(reader: Reader, sheet: SearchSheet, facet: Facet, known: Sequence[Value], *, number: int) -> Message:
    """Show the values of a filter, each with how many businesses it would leave, a page at a time."""
    page = page_of(known, number)
    chosen = str(sheet.filters.write().get(facet, ""))
    rows = tuple((_value(reader, sheet, value, is_chosen=value.key == chosen),) for value in page.items)
    text = reader.say(f"roster-choose-{facet}") if known else reader.say("roster-choose-nothing")
    turned = turning(page, lambda other: sheet.button(TURN, "", str(other)).data)
    back = sheet.button(HOME, reader.label("button-back"))
    return Message(Markup("\n\n").join([text, *_narrowed(reader, sheet)]), rows=(*rows, *turned, (back,)))


def _value(reader: Reader, sheet: SearchSheet, value: Value, *, is_chosen: bool) -> Button:
    key = "roster-value-chosen" if is_chosen else "roster-value"
    text = reader.label(key, name=shorten(value.name, NAME_LENGTH), count=value.count)
    return sheet.button(SET, text, value.key)
