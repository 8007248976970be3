"""Choosing one more business to be called."""

from datetime import datetime

from markupsafe import Markup

from handlers.corrections.taps import CallMoreTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import ECHOED, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from services.corrections.calling import Callability, CallCandidate, CallPage
from services.incidents.sharing import labels
from services.incidents.sharing.labels import is_narrow
from services.notation.business_names import with_short_form
from services.places.communes import commune

IN_A_ROW = 4


def button_of(reader: Reader, incident: Incident) -> Button:
    """Make the button that begins to call one more business."""
    return Button(reader.label("button-call-more"), CallMoreTap(id_of(incident)).pack())


def choose(reader: Reader, draft: Draft, incident: Incident, page: CallPage, *, asked: str, now: datetime) -> Message:
    """Ask for the business: what was found, or those that joined or came back; only who can be called has a button."""
    numbered = list(enumerate(page.candidates, 1))
    buttons = [
        button(draft, "member", str(number), str(one.member.id))
        for number, one in numbered
        if one.state is Callability.FREE
    ]
    rows = [tuple(buttons[at : at + IN_A_ROW]) for at in range(0, len(buttons), IN_A_ROW)]
    rows += turning(
        Page(page.candidates, page.number, page.pages), lambda number: button(draft, "page", "", str(number)).data
    )
    lines = [_line(reader, number, one, now) for number, one in numbered]
    text = Markup("\n\n").join([_head(reader, incident, page, asked), *([Markup("\n").join(lines)] if lines else [])])
    return Message(text, rows=(*rows, way_out(reader, draft, back=False)))


def _head(reader: Reader, incident: Incident, page: CallPage, asked: str) -> Markup:
    if not asked:
        return reader.say("call-more" if page.total else "call-more-type", code=incident.code, count=page.total)
    key = "call-more-found" if page.total else "call-more-none"
    return reader.say(key, code=incident.code, asked=shorten(asked, ECHOED), count=page.total)


def _line(reader: Reader, number: int, one: CallCandidate, now: datetime) -> Markup:
    """Say of a business who it is and where, why it cannot be called, and where else it takes part."""
    member = one.member
    until = reader.short_moment(member.unavailable_until, now) if member.unavailable_until else ""
    text = reader.say(
        f"call-more-line-{one.state}",
        number=number,
        member=with_short_form(member.name),
        commune=commune(member.commune_code).name,
        until=until,
    )
    others = [reader.say("engaged-elsewhere", codes=", ".join(one.elsewhere))] if one.elsewhere else []
    return Markup("\n").join([text, *others])


def confirm(reader: Reader, draft: Draft, incident: Incident, one: CallCandidate) -> Message:
    """Ask before the call goes out: it cannot be taken back."""
    narrow = incident.tlp if labels.is_narrow(incident.tlp) else None
    parts = [
        reader.say("call-more-confirm", code=incident.code, member=one.member.name),
        *([reader.say("call-more-narrow", label=label(narrow))] if narrow is not None else []),
        *([reader.say("engaged-elsewhere", codes=", ".join(one.elsewhere))] if one.elsewhere else []),
    ]
    if incident.tlp is not None and is_narrow(incident.tlp):
        parts.append(reader.say("call-more-label", label=label(incident.tlp)))
    send = button(draft, "send", reader.label("button-call-now"))
    return Message(
        Markup("\n").join(parts), rows=((Button(send.text, send.data, Style.PRIMARY),), way_out(reader, draft))
    )


def called(reader: Reader, incident: Incident, *, people: int) -> str:
    """Confirm that one more business is called."""
    return reader.label("called-more", code=incident.code, people=people)
