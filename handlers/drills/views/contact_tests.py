"""Contact tests: the question, the live count, and the lists behind it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.drills.taps import AskContactsTap, ConfirmContactTap, ContactListTap, ContactTestTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to_roster_card
from handlers.tally.views.lists import reason_of
from models.contact_tests import ContactTest
from models.identity import id_of
from models.members import Sector
from services.drills.contact_counting import AWAY, GONE, NOBODY, NOT_SENT, ContactCount, ContactHeap, ContactLine
from services.drills.contact_counting import ContactPage as Listed
from services.drills.contact_tests import TestCircle
from services.notation.business_names import with_short_form

NAME, A_ROW = 60, 4
OURS = (NOBODY, AWAY, NOT_SENT, GONE)


def choose(
    reader: Reader,
    circles: Sequence[TestCircle],
    latest: Sequence[ContactTest],
    *,
    under_way: Sequence[str],
    now: datetime,
) -> Message:
    """Ask whom to test, with how many that are; what was tested before, and what is open now, stands below."""
    rows: list[tuple[Button, ...]] = []
    for circle in circles:
        if circle.people:
            key = "contact-button-all" if circle.sector is None else "contact-button-sector"
            label = reader.label(key, sector=_sector(reader, circle.sector), people=reader.number(circle.people))
            loud = Style.PRIMARY if circle.sector is None else None
            verb = "all" if circle.sector is None else circle.sector.value
            rows.append((Button(label, AskContactsTap(verb).pack(), loud),))
    whole = circles[0]
    head = reader.say("contact-choose", members=reader.number(whole.members), people=reader.number(whole.people))
    lines = [_before(reader, test, now) for test in latest]
    opened = [
        Button(reader.label("contact-button-open", code=test.code), ContactTestTap(id_of(test), "show").pack())
        for test in latest[:1]
    ]
    before = [Markup("\n").join([reader.say("contact-before"), *lines])] if lines else []
    warned = [reader.say("contact-open-now", codes=", ".join(under_way))] if under_way else []
    return Message(Markup("\n\n").join([head, *warned, *before]), rows=(*rows, *([tuple(opened)] if opened else ())))


def _sector(reader: Reader, sector: Sector | None) -> str:
    return reader.label("contact-whole-network" if sector is None else f"sector-{sector}")


def _before(reader: Reader, test: ContactTest, now: datetime) -> Markup:
    return reader.say(
        "contact-before-line",
        code=test.code,
        at=reader.short_moment(test.asked_at, now),
        circle=_sector(reader, test.sector),
        state=reader.label("contact-state-open" if test.ended_at is None else "contact-state-over"),
    )


def asked(reader: Reader, test: ContactTest) -> str:
    """Say at the top of the screen that a test is on its way."""
    return reader.label("contact-asked", code=test.code)


def asked_again(reader: Reader, number: int) -> str:
    """Say at the top of the screen how many are asked once more."""
    return reader.label("contact-asked-again", count=number)


def confirmed(reader: Reader) -> str:
    """Thank a person who confirmed."""
    return reader.label("contact-thanks")


def question(
    reader: Reader, test: ContactTest, confirmed_at: datetime | None, *, department: str, repeated: bool
) -> Message:
    """Ask for a tap; once it is there, or the test is over, say so."""
    head = reader.say("contact-first-line", code=test.code)
    if confirmed_at is not None:
        return Message(Markup("\n").join([head, reader.say("contact-confirmed", at=reader.moment(confirmed_at))]))
    if test.ended_at is not None:
        return Message(Markup("\n").join([head, reader.say("contact-ended")]))
    words = [head, reader.say("contact-question", department=department)]
    if repeated:
        words.append(reader.say("contact-repeated"))
    button = Button(reader.label("contact-button-confirm"), ConfirmContactTap(id_of(test)).pack(), Style.SUCCESS)
    return Message(Markup("\n").join(words), rows=((button,),))


def not_asked_any_more(reader: Reader, test: ContactTest) -> Message:
    """Show in the place of the question that its reader is asked no longer."""
    return Message(
        Markup("\n").join([reader.say("contact-first-line", code=test.code), reader.say("contact-not-asked")])
    )


def count(reader: Reader, test: ContactTest, counted: ContactCount) -> Message:
    """Show how many have confirmed, and a button for each list."""
    people = counted.people
    share = reader.share(people[ContactHeap.CONFIRMED], counted.asked)
    facts = [
        reader.say("contact-count-head", code=test.code, circle=_sector(reader, test.sector)),
        reader.say("contact-asked-at", at=reader.moment(test.asked_at)),
        reader.say("contact-count-members", confirmed=counted.confirmed, members=counted.members),
        reader.say("contact-count-people", confirmed=people[ContactHeap.CONFIRMED], people=counted.asked, share=share),
    ]
    if people[ContactHeap.WAITING]:
        facts.append(reader.say("contact-count-waiting", count=people[ContactHeap.WAITING]))
    facts.append(reader.say("contact-count-silent", count=people[ContactHeap.SILENT]))
    facts.append(reader.say("contact-count-unreachable", count=counted.out_of_reach))
    state = reader.say(
        "contact-count-over" if test.ended_at else "contact-count-open",
        at=reader.moment(test.ended_at or test.ends_at),
    )
    return Message(Markup("\n").join([*facts, state]), rows=_ways(reader, test, counted))


def _ways(reader: Reader, test: ContactTest, counted: ContactCount) -> tuple[tuple[Button, ...], ...]:
    test_id = id_of(test)
    sizes = {
        ContactHeap.UNREACHABLE: counted.out_of_reach,
        ContactHeap.SILENT: counted.people[ContactHeap.SILENT],
        ContactHeap.CONFIRMED: counted.people[ContactHeap.CONFIRMED],
    }
    lists = tuple(
        (Button(reader.label(f"contact-button-{heap}", count=size), ContactListTap(test_id, heap, 0).pack()),)
        for heap, size in sizes.items()
        if size
    )
    if test.ended_at is not None:
        return lists
    end = Button(reader.label("contact-button-end"), ContactTestTap(test_id, "end").pack())
    if not sizes[ContactHeap.SILENT]:
        return (*lists, (end,))
    again = Button(reader.label("contact-button-again"), ContactTestTap(test_id, "again").pack())
    return (*lists, (again, end))


def moved(reader: Reader, test: ContactTest) -> Message:
    """Point from an older count to the newest."""
    return Message(reader.say("contact-moved", code=test.code))


def ask_end(reader: Reader, test: ContactTest, counted: ContactCount) -> Message:
    """Ask whether a test is to end: nobody can confirm any more."""
    end = Button(reader.label("contact-button-end-now"), ContactTestTap(id_of(test), "end-now").pack(), Style.DANGER)
    silent = counted.people[ContactHeap.SILENT] + counted.people[ContactHeap.WAITING]
    return Message(reader.say("contact-ask-end", code=test.code, count=silent), rows=((end,), (_back(reader, test),)))


def _back(reader: Reader, test: ContactTest) -> Button:
    return Button(reader.label("contact-button-back"), ContactTestTap(id_of(test), "show").pack())


def listing(reader: Reader, test: ContactTest, heap: ContactHeap, page: Listed, *, now: datetime) -> Message:
    """Show a heap, a page at a time; the business of each line opens by its number."""
    head = reader.say(f"contact-list-{heap}", code=test.code, count=page.total)
    lines = [_line(reader, number, line, now) for number, line in enumerate(page.lines, 1)]
    numbers = [Button(str(number), to_roster_card(line.member)) for number, line in enumerate(page.lines, 1)]
    rows = [tuple(numbers[start : start + A_ROW]) for start in range(0, len(numbers), A_ROW)]
    rows += turning(
        Page(page.lines, page.number, page.pages), lambda turned: ContactListTap(id_of(test), heap, turned).pack()
    )
    text = Markup("\n").join(lines) or reader.say("contact-list-empty")
    return Message(Markup("\n\n").join([head, text]), rows=(*rows, (_back(reader, test),)))


def _line(reader: Reader, number: int, line: ContactLine, now: datetime) -> Markup:
    member = shorten(with_short_form(line.member.name), NAME)
    if line.person is None:
        return reader.say("contact-line-alone", number=number, member=member, why=_why(reader, line, now))
    person = reader.known_as(line.person)
    if line.why is not None:
        return reader.say("contact-line-why", number=number, person=person, member=member, why=_why(reader, line, now))
    if line.confirmed_at is not None:
        at = reader.short_moment(line.confirmed_at, now)
        return reader.say("contact-line-at", number=number, person=person, member=member, at=at)
    return reader.say("contact-line", number=number, person=person, member=member)


def _why(reader: Reader, line: ContactLine, now: datetime) -> str:
    """Say in words why somebody cannot be reached."""
    if line.why == AWAY and line.until_at is not None:
        return reader.label("contact-why-away", until=reader.short_moment(line.until_at, now))
    if line.why in OURS:
        return reader.label(f"contact-why-{line.why}")
    return reason_of(reader, line.why or "")
