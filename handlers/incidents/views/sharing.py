"""Labels of an incident: what each means, the choice, and the question before a wider one."""

from markupsafe import Markup

from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.incidents.taps import LabelsTap, LabelSurelyTap, LabelTap
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp


def offer(reader: Reader, incident: Incident) -> Button:
    """Make the button on the page of what else can be done with an incident."""
    text = label(incident.tlp) if incident.tlp is not None else reader.label("label-button-offer")
    return Button(text, LabelsTap(id_of(incident)).pack())


def choose(reader: Reader, incident: Incident) -> Message:
    """Show every label with what it means, the present one marked."""
    lines = [
        reader.say("label-line", label=label(one), meaning=reader.label(f"label-means-{_name(one)}")) for one in Tlp
    ]
    head = reader.say("label-head", code=incident.code, label=label(incident.tlp) if incident.tlp else "—")
    buttons = [_button(reader, incident, one) for one in reversed(Tlp)]
    back = Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack())
    rows = ((buttons[0], buttons[1]), (buttons[2], buttons[3]), (buttons[4],), (back,))
    return Message(Markup("\n\n").join([head, Markup("\n").join(reversed(lines))]), rows=rows)


def _line(reader: Reader, one: Tlp) -> Markup:
    return reader.say("label-line", label=label(one), meaning=reader.label(f"label-means-{_name(one)}"))


def _name(one: Tlp) -> str:
    return one.replace("_", "-")


def _button(reader: Reader, incident: Incident, one: Tlp) -> Button:
    text = reader.label("button-chosen", text=label(one)) if incident.tlp is one else label(one)
    return Button(text, LabelTap(id_of(incident), one).pack())


def ask_wider(reader: Reader, incident: Incident, wider: Tlp) -> Message:
    """Ask before more people may be told than before."""
    surely = Button(
        reader.label("label-button-surely", label=label(wider)),
        LabelSurelyTap(id_of(incident), wider).pack(),
        Style.DANGER,
    )
    back = Button(reader.label("label-button-keep"), LabelsTap(id_of(incident)).pack())
    before = label(incident.tlp) if incident.tlp is not None else "—"
    said = reader.say("label-ask-wider", code=incident.code, before=before, label=label(wider))
    return Message(said, rows=((surely,), (back,)))


def labelled_now(reader: Reader, now: Tlp) -> str:
    """Say which label an incident has now."""
    return reader.label("label-now", label=label(now))
