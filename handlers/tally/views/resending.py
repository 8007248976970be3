"""Who has not got what was sent, by name, and the question whether it is to be sent again."""

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.tally.taps import ResendNowTap, UnsentTap
from handlers.tally.views.buttons import resend_button, to_tally
from handlers.tally.views.lists import reason_of
from models.identity import id_of
from models.incidents import Incident
from services.notation.business_names import with_short_form
from services.notation.phones import show_phone
from services.tally.unsent import Unsent, UnsentPage

# So much of a name is shown, so that a page of eight fits one screen.
NAME = 60


def ask(reader: Reader, incident: Incident, count: int) -> Message:
    """Ask whether so many messages are to be sent again."""
    number = reader.number(count)
    now = Button(reader.label("button-resend-now", count=number), ResendNowTap(id_of(incident)).pack(), Style.PRIMARY)
    return Message(
        reader.say("resend-ask", code=incident.code, count=number), rows=((now,), to_tally(reader, id_of(incident)))
    )


def sent(reader: Reader, count: int) -> str:
    """Confirm that messages are sent again."""
    return reader.label("resent", count=reader.number(count))


def unsent(reader: Reader, incident: Incident, page: UnsentPage) -> Message:
    """Name those who have not got it: why, whom to call, and whether sending again can help."""
    incident_id = id_of(incident)
    parts = [
        reader.say("unsent-head", code=incident.code, count=page.total),
        Markup("\n").join(_line(reader, one) for one in page.lines) or reader.say("unsent-empty"),
        *([reader.say("unsent-hint")] if page.lines else []),
    ]
    again = resend_button(reader, incident_id, page.again)
    rows: list[tuple[Button, ...]] = [(again,)] if again else []
    pager = turning(Page(page.lines, page.number, page.pages), lambda number: UnsentTap(incident_id, number).pack())
    return Message(Markup("\n\n").join(parts), rows=(*rows, *pager, to_tally(reader, incident_id)))


def _line(reader: Reader, one: Unsent) -> Markup:
    """Say of one recipient who it is, of which business, why it failed, and what helps."""
    member = shorten(with_short_form(one.member.name), NAME) if one.member is not None else ""
    return reader.say(
        "unsent-group" if one.is_group else "unsent-line" if member else "unsent-line-alone",
        name=shorten(reader.known_as(one.name or None), NAME),
        member=member,
        phone=show_phone(one.phone) if one.phone else reader.label("unsent-no-phone"),
        reason=reader.label("unsent-uncertain") if one.uncertain else reason_of(reader, one.error),
        missed=", ".join(reader.label(f"unsent-kind-{kind.replace('_', '-')}") for kind in one.kinds),
        way=reader.label("unsent-again" if one.again else "unsent-call"),
    )
