"""Honours in lists: what waits for those who coordinate, and those who are named, year by year."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.drill_word import OF_DRILL
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.honours.taps import HonourListTap, HonourPaper, HonourPaperTap, HonourReleasesTap
from handlers.honours.views import cards
from services.honours.honours import HonourSheet
from services.honours.lists import HonourHeap, HonourPage
from services.notation.business_names import with_short_form

Rows = tuple[tuple[Button, ...], ...]


def of_staff(reader: Reader, page: HonourPage, *, ready: int) -> Message:
    """Show a heap to those who coordinate, each honour behind its number; `ready` messages could be released."""
    lines = [_line(reader, one, number) for number, one in enumerate(page.lines, 1)]
    foot = reader.say(f"honours-note-{page.heap}")
    rows = (*_opened(page.lines), *_turned(page), *_release(reader, ready), *_heaps(reader, page), _last(reader))
    none = "honours-none-proposed" if page.heap is HonourHeap.PROPOSED else "honours-none"
    text = [_head(reader, page), *(lines or [reader.say(none)]), foot]
    return Message(Markup("\n\n").join(text), rows=rows)


def _head(reader: Reader, page: HonourPage) -> Markup:
    """Name the heap with its numbers, those of drills apart."""
    drills = reader.label("honours-of-drills", count=page.drills) if page.drills else ""
    return reader.say(f"honours-head-{page.heap}", count=page.total, drills=drills, year=str(page.year))


def _line(reader: Reader, one: HonourSheet, number: int) -> Markup:
    drill = f"{reader.label('drill-word')} · " if OF_DRILL.search(cards.code_of(one)) else ""
    return reader.say(
        "honours-line",
        number=number,
        drill=drill,
        name=with_short_form(one.member.name),
        text=cards.sentence(reader, one),
    )


def _opened(lines: Sequence[HonourSheet]) -> Rows:
    buttons = tuple(cards.opened(one, number) for number, one in enumerate(lines, 1))
    return (buttons,) if buttons else ()


def _turned(page: HonourPage) -> Rows:
    return turning(Page(page.lines, page.number, page.pages), lambda at: HonourListTap(page.heap, page.year, at).pack())


def _release(reader: Reader, ready: int) -> Rows:
    if not ready:
        return ()
    return ((Button(reader.label("honours-button-releases"), HonourReleasesTap().pack(), Style.PRIMARY),),)


def _heaps(reader: Reader, page: HonourPage) -> Rows:
    others = [one for one in HonourHeap if one is not page.heap and one is not HonourHeap.DRILLS]
    buttons = [Button(reader.label(f"honours-button-{one}"), HonourListTap(one, page.year, 0).pack()) for one in others]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def _last(reader: Reader) -> tuple[Button, ...]:
    return (Button(reader.label("button-menu"), MenuTap("menu").pack()),)


def of_year(
    reader: Reader, page: HonourPage, mine: Sequence[HonourSheet], *, is_staff: bool, this_year: int
) -> Message:
    """Show who is named in a year; before it what the reader's own businesses were thanked for."""
    own = [reader.say("honours-own"), *(_line(reader, one, number) for number, one in enumerate(mine, 1))]
    lines = [cards.line(reader, one) for one in page.lines] or [reader.say("honours-named-none")]
    parts = [*(own if mine else ()), _head(reader, page), *lines]
    rows = (
        *_opened(mine),
        *_turned(page),
        _years(reader, page, this_year),
        *(_papers(reader, page) if is_staff else ()),
        *(_heaps(reader, page) if is_staff else ()),
        _last(reader),
    )
    return Message(Markup("\n\n").join(parts), rows=tuple(row for row in rows if row))


def _years(reader: Reader, page: HonourPage, this_year: int) -> tuple[Button, ...]:
    """Lead to the years before and after, and from the real ones to those of drills and back."""
    other = HonourHeap.DRILLS if page.heap is HonourHeap.NAMED else HonourHeap.NAMED
    row = [Button(reader.label(f"honours-button-{other}"), HonourListTap(other, page.year, 0).pack())]
    if page.has_earlier:
        row.insert(0, Button(f"◀ {page.year - 1}", HonourListTap(page.heap, page.year - 1, 0).pack()))
    if page.year < this_year:
        row.append(Button(f"{page.year + 1} ▶", HonourListTap(page.heap, page.year + 1, 0).pack()))
    return tuple(row)


def _papers(reader: Reader, page: HonourPage) -> Rows:
    return (
        tuple(
            Button(
                reader.label(f"honours-button-paper-{one}", year=str(page.year)),
                HonourPaperTap(page.year, one).pack(),
            )
            for one in HonourPaper
        ),
    )
