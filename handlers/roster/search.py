"""The roster: who is in the network, found by whatever a person types, with filters and pages."""

from dataclasses import replace

from telegram import Update

from handlers.frame.access import EVERYONE, allow
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.dialogues import words_only
from handlers.frame.views.message import Message
from handlers.roster.pages import LONGEST_TEXT, READERS, State, begin, chosen, page, reader_of, viewer_of
from handlers.roster.views import search as views
from handlers.roster.views.search import Facet
from models.drafts import Draft
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.notation.spelling import tidy_line
from services.places import reading
from services.roster import query as roster_query
from services.roster.nearest import without
from services.roster.search import NO_FILTERS, Filters


@allow(EVERYONE)
async def on_roster(update: Update, context: Context) -> None:
    """Open the roster, or search at once for what stands after the command (`/danhba dien luc`)."""
    if viewer_of(context) is None:
        context.show(views.for_strangers(context.reader))
        return
    typed = update.message.text if update.message is not None else None
    _, _, after = tidy_line(typed or "").partition(" ")
    await _search(context, State(), after)


async def open_anew(context: Context) -> None:
    """Show the opening page, without text or filters."""
    await _search(context, State(), "")


async def _search(context: Context, before: State, typed: str) -> None:
    """Look for what was typed, among what the filters leave; without letters or digits in it, say so."""
    text, filters = _without_place_of_before(context, tidy_line(typed)[:LONGEST_TEXT], before.filters)
    has_words, is_narrowed = bool(roster_query.needles(text)), filters != before.filters
    step = views.RESULTS if has_words or is_narrowed else views.HOME
    state = replace(before, step=step, text=text if has_words else "", filters=filters, page=0)
    draft = await begin(context, state)
    context.show(await page(context, state, draft, wordless=bool(text) and not has_words and not is_narrowed))


def _without_place_of_before(context: Context, text: str, filters: Filters) -> tuple[str, Filters]:
    """Take a commune of before July 2025 out of a text and filter by the one in which it lies, by whose name all go."""
    found = reading.read(text, province_code=context.office.province_code)
    old = [one for one in found if one.is_certain and one.has_kind and one.former is not None]
    if len(old) != 1:
        return text, filters
    (one,) = old
    return tidy_line(f"{text[: one.start]} {text[one.end :]}"), filters.having("commune", one.communes[0].code)


@allow(READERS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear what to search for; the filters stay."""
    message, state = update.effective_message, State.read(draft)
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await page(context, state, draft)))
        return
    await _search(context, state, message.text)


@allow(READERS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Turn a page, open a filter, choose, or take something away."""
    state = _moved(context, State.read(draft), tap)
    drafts.go(draft, step=state.step, now=context.now, form=state.kept())
    context.show(await page(context, state, draft))


def _moved(context: Context, state: State, tap: DialogueTap) -> State:
    """Tell where a button leads; raises TapUnreadable, or StepPassed for a button of a step that is over."""
    match tap.verb:
        case views.HOME:
            return replace(state, step=views.HOME, page=0)
        case views.RESULTS:
            # From a card back to the page that it was opened on.
            return state if state.step == views.RESULTS else replace(state, step=views.RESULTS, page=0)
        case views.TURN:
            return replace(state, page=number_of(tap.value))
        case views.OPEN:
            return replace(state, step=_facet(context, tap.value), page=0)
        case views.SET:
            return _set(context, state, tap.value)
        case views.SWITCH if tap.value in views.SWITCHES:
            _check_open(context, tap.value)
            return _narrowed(state, state.filters.having(tap.value, True))
        case views.OFF:
            return _taken_off(state, tap.value)
        case views.FEWER:
            rest = without(roster_query.needles(state.text), number_of(tap.value))
            return replace(state, text=roster_query.spoken(rest), step=views.RESULTS, page=0)
    raise TapUnreadable


def _facet(context: Context, value: str) -> Facet:
    if value not in set(Facet):
        raise TapUnreadable
    _check_open(context, value)
    return Facet(value)


def _check_open(context: Context, name: str) -> None:
    """Refuse a filter that is for coordinators; what it would do is left undone for others anyway."""
    if name in views.FOR_COORDINATORS and not reader_of(context).coordinates:
        raise TapUnreadable


def _set(context: Context, state: State, value: str) -> State:
    if state.step not in set(Facet):
        raise StepPassed
    facet = _facet(context, state.step)
    return _narrowed(state, chosen(state.filters, facet, value))


def _narrowed(state: State, filters: Filters) -> State:
    return replace(state, filters=filters, step=views.RESULTS, page=0)


def _taken_off(state: State, what: str) -> State:
    """Take the text, all filters or one away; where nothing is left to search by, the opening page comes."""
    if what == views.TEXT:
        state = replace(state, text="")
    elif what == views.FILTERS:
        state = replace(state, filters=NO_FILTERS)
    elif what in NO_FILTERS.__dataclass_fields__:
        state = replace(state, filters=state.filters.without(what))
    else:
        raise TapUnreadable
    is_open = not state.text and state.filters == NO_FILTERS
    return replace(state, step=views.HOME if is_open else state.step, page=0)


async def _step(context: Context, draft: Draft) -> Message:
    """Make the page at which a person stopped."""
    return await page(context, State.read(draft), draft)


async def _left(context: Context, _draft: Draft) -> Message:
    return views.left(context.reader)


CONVERSATION = Conversation(
    on_message=_on_message, on_tap=_on_tap, step=_step, leave=_left, goes_on=False, seeks_sentences=True
)
