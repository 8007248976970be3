"""Who has acknowledged an update, and who has not."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.tally.taps import TallyTap
from handlers.updates.taps import RemindSeenNowTap, RemindSeenTap, SeenTap
from models.identity import id_of
from models.incidents import Incident, IncidentStatus, Notice
from services.notation.business_names import with_short_form
from services.updates.seen import Seen, SeenLine, SeenPage


def button(reader: Reader, notice_id: int, counted: Seen) -> Button:
    """Lead to who has acknowledged an update, with the count."""
    label = reader.label("button-seen", seen=reader.number(counted.seen), asked=reader.number(counted.asked))
    return Button(label, SeenTap(notice_id, 0).pack())


def listing(reader: Reader, incident: Incident, notice: Notice, page: SeenPage, *, now: datetime) -> Message:
    """List those asked, those who have not acknowledged first; they can be asked again."""
    notice_id, counted = id_of(notice), page.counted
    head = reader.say(
        "seen-head",
        code=incident.code,
        at=reader.short_moment(notice.said_at, now),
        seen=reader.number(counted.seen),
        asked=reader.number(counted.asked),
    )
    lines = [_line(reader, one, now) for one in page.lines]
    missing = counted.asked - counted.seen
    rows: list[tuple[Button, ...]] = []
    if missing and incident.status is not IncidentStatus.CLOSED:
        remind = reader.label("button-seen-remind", count=reader.number(missing))
        rows.append((Button(remind, RemindSeenTap(notice_id).pack(), Style.PRIMARY),))
    shown = Page(page.lines, page.number, page.pages)
    rows.extend(turning(shown, lambda other: SeenTap(notice_id, other).pack()))
    rows.append((Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack()),))
    return Message(Markup("\n\n").join([head, Markup("\n").join(lines)]), rows=tuple(rows))


def ask_remind(reader: Reader, incident: Incident, notice: Notice, counted: Seen, *, now: datetime) -> Message:
    """Ask whether those who have not acknowledged an update are to be asked again."""
    notice_id = id_of(notice)
    text = reader.say(
        "seen-remind-ask",
        code=incident.code,
        at=reader.short_moment(notice.said_at, now),
        count=reader.number(counted.asked - counted.seen),
    )
    remind = Button(reader.label("button-remind-now"), RemindSeenNowTap(notice_id).pack(), Style.PRIMARY)
    return Message(text, rows=((remind,), (Button(reader.label("button-back"), SeenTap(notice_id, 0).pack()),)))


def _line(reader: Reader, line: SeenLine, now: datetime) -> Markup:
    at = line.acknowledgement.at
    name = with_short_form(line.name) if line.acknowledgement.member_id else reader.known_as(line.name)
    if at is None:
        return reader.say("seen-line-waiting", name=name)
    return reader.say("seen-line", name=name, by=reader.known_as(line.by), at=reader.short_moment(at, now))


def acknowledged(reader: Reader) -> str:
    """Confirm that it is kept that an update was seen."""
    return reader.label("update-acknowledged")


def reminded(reader: Reader, people: int) -> str:
    """Confirm that those who are missing were asked again."""
    return reader.label("seen-reminded", count=people)
