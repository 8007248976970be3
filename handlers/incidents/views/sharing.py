"""Labels of an incident: what each means, the choice, and the question before a wider one."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from handlers.frame.views.dialogues import button
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import label
from handlers.incidents.taps import LabelsTap, LabelSurelyTap, LabelTap, NamingVerb, RecipientsTap, RecipientTap
from handlers.tally.taps import TallyTap
from handlers.tasks.taps import TaskTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident
from models.tlp import Tlp
from services.incidents.sharing.recipients import Recipient, UnreadTask
from services.notation.business_names import with_short_form

# So many tasks that nobody of their business may read are shown at once.
MOST_TASKS = 4
# So much of the words without their label is shown.
WITHOUT_SHOWN = 200


@dataclass(frozen=True)
class AskedOfWords:
    """The label that words name, the words without it, and whether there is an incident that could have it."""

    label: Tlp
    without: str
    has_incident: bool


def offer(reader: Reader, incident: Incident) -> Button:
    """Make the button on the page of what else can be done with an incident."""
    text = label(incident.tlp) if incident.tlp is not None else reader.label("label-button-offer")
    return Button(text, LabelsTap(id_of(incident)).pack())


def choose(reader: Reader, incident: Incident, *, unread: Sequence[UnreadTask] = ()) -> Message:
    """Show every label with what it means, the present one marked, and what no label takes back.

    `unread` are the tasks that nobody of their business may read any more.
    """
    lines = [
        reader.say("label-line", label=label(one), meaning=reader.label(f"label-means-{_name(one)}")) for one in Tlp
    ]
    head = reader.say("label-head", code=incident.code, label=label(incident.tlp) if incident.tlp else "—")
    buttons = [_button(reader, incident, one) for one in reversed(Tlp)]
    back = Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack())
    naming = [(_to_recipients(reader, incident, "button-recipients"),)] if incident.tlp is Tlp.RED else []
    rows = (
        (buttons[0], buttons[1]),
        (buttons[2], buttons[3], buttons[4]),
        *naming,
        *_to_tasks(reader, unread),
        (back,),
    )
    said = [head, Markup("\n").join(reversed(lines)), reader.say("label-cannot-take-back", red=label(Tlp.RED))]
    return Message(Markup("\n\n").join([*said, *_of_tasks(reader, unread)]), rows=rows)


def _of_tasks(reader: Reader, unread: Sequence[UnreadTask]) -> Sequence[Markup]:
    """Say which tasks nobody of their business may read."""
    return [reader.say("label-task-unread", code=one.code, member=one.member) for one in unread[:MOST_TASKS]]


def _to_tasks(reader: Reader, unread: Sequence[UnreadTask]) -> Sequence[tuple[Button, ...]]:
    """Lead to these tasks, where they can be given to another business."""
    return [
        (Button(reader.label("label-button-task", code=one.code), TaskTap(one.task_id).pack()),)
        for one in unread[:MOST_TASKS]
    ]


def _name(one: Tlp) -> str:
    return one.replace("_", "-")


def _button(reader: Reader, incident: Incident, one: Tlp) -> Button:
    text = reader.label("button-chosen", text=label(one)) if incident.tlp is one else label(one)
    return Button(text, LabelTap(id_of(incident), one).pack())


def ask_wider(reader: Reader, incident: Incident, wider: Tlp) -> Message:
    """Ask before more people may be told than before."""
    surely = Button(
        reader.label("label-button-surely", label=label(wider)),
        LabelSurelyTap(id_of(incident), wider, incident.tlp or "").pack(),
        Style.DANGER,
    )
    back = Button(reader.label("label-button-keep"), LabelsTap(id_of(incident)).pack())
    before = label(incident.tlp) if incident.tlp is not None else "—"
    said = reader.say("label-ask-wider", code=incident.code, before=before, label=label(wider))
    return Message(said, rows=((surely,), (back,)))


def labelled_now(reader: Reader, now: Tlp) -> str:
    """Say which label an incident has now."""
    return reader.label("label-now", label=label(now))


def labelled_meanwhile(reader: Reader, incident: Incident) -> str:
    """Say that the label is another than the one that was asked about, and that nothing was done."""
    return reader.label("label-meanwhile", label=label(incident.tlp) if incident.tlp is not None else "—")


def ask_of_words(reader: Reader, draft: Draft, asked: AskedOfWords) -> tuple[Markup, tuple[tuple[Button, ...], ...]]:
    """Ask what a label means that words name and that is for fewer: the incident's, or a word too many.

    Returns what to say and the buttons, which take the place of the one that sends.
    """
    said = label(asked.label)
    key = "label-words-ask" if asked.has_incident else "label-words-ask-alone"
    whole = reader.say(key, label=said, words=shorten(" ".join(asked.without.split()), WITHOUT_SHOWN) or "—")
    raising = button(draft, "raise", reader.label("label-button-raise", label=said))
    leaving = button(draft, "unlabel", reader.label("label-button-unlabel"))
    return whole, (*(((raising,),) if asked.has_incident else ()), (leaving,))


def recipients(
    reader: Reader,
    incident: Incident,
    found: Sequence[Recipient],
    *,
    page: int,
    unread: Sequence[UnreadTask] = (),
) -> Message:
    """Show who may be named, a page at a time, those who are marked, and the tasks that nobody named is to do."""
    part = page_of(found, page)
    named = sum(one.named for one in found)
    rows = [(_recipient(reader, incident, one),) for one in part.items]
    turn = turning(part, lambda number: RecipientsTap(id_of(incident), number).pack())
    back = Button(reader.label("button-recipients-back"), LabelsTap(id_of(incident)).pack())
    text = reader.say("recipients-head", code=incident.code, label=label(Tlp.RED), named=named, count=len(found))
    said = Markup("\n\n").join([text, *_of_tasks(reader, unread)])
    return Message(said, rows=(*rows, *turn, *_to_tasks(reader, unread), (back,)))


def recipient_name(one: Recipient) -> str:
    """Write a person with their business."""
    return f"{one.name} · {with_short_form(one.member)}"


def _recipient(reader: Reader, incident: Incident, one: Recipient) -> Button:
    verb = NamingVerb.LEAVE_OUT if one.named else NamingVerb.ASK
    text = reader.label("button-on" if one.named else "button-off", name=recipient_name(one))
    return Button(text, RecipientTap(id_of(incident), one.person_id, verb).pack())


def _to_recipients(reader: Reader, incident: Incident, key: str) -> Button:
    return Button(reader.label(key), RecipientsTap(id_of(incident), 0).pack())


def ask_name(reader: Reader, incident: Incident, one: Recipient) -> Message:
    """Ask before one more person reads what is for few."""
    name = Button(
        reader.label("button-recipient-name"),
        RecipientTap(id_of(incident), one.person_id, NamingVerb.NAME).pack(),
        Style.DANGER,
    )
    text = reader.say("recipient-ask", code=incident.code, name=one.name, member=one.member)
    return Message(text, rows=((name,), (_to_recipients(reader, incident, "label-button-keep"),)))


def hidden(reader: Reader, incident: Incident) -> Message:
    """Show in the place of a card that it is for others, who are named."""
    return Message(reader.say("card-hidden", code=incident.code, label=label(Tlp.RED)))
