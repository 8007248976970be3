"""The handover note as it will be sent, and the reason for taking command over."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.command.forms import CommandForm
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.incidents import Incident
from models.people import Person


def whole_note(note: str, facts: Sequence[str]) -> str:
    """Put the facts under what the person wrote; what was written is never replaced by them."""
    return "\n".join(part for part in (note, *facts) if part)


def note(
    reader: Reader, draft: Draft, incident: Incident, form: CommandForm, *, to: Person, facts: Sequence[str]
) -> Message:
    """Show the note as the other will see it; what is typed stands above the facts."""
    shown = whole_note(form.note, facts if form.with_facts else ())
    text = Markup("\n\n").join(
        [
            reader.say("command-note-head", code=incident.code, name=reader.known_as(to.name)),
            Markup.escape(shown) or reader.say("command-note-empty"),
            reader.say("command-note-hint"),
        ]
    )
    send = button(draft, "send", reader.label("button-command-offer"))
    turn = reader.label("button-command-without-facts" if form.with_facts else "button-command-with-facts")
    facts_row = ((button(draft, "facts", turn),),) if facts else ()
    rows = ((Button(send.text, send.data, Style.PRIMARY),), *facts_row, way_out(reader, draft, back=False))
    return Message(text, rows=rows)


def reason(reader: Reader, draft: Draft, incident: Incident, form: CommandForm) -> Message:
    """Ask why command is taken over, or have it confirmed."""
    if draft.step == "reason":
        text = reader.say("command-reason-ask", code=incident.code)
        return Message(text, rows=(way_out(reader, draft, back=False),))
    text = reader.say("command-reason-confirm", code=incident.code, reason=form.note)
    take = button(draft, "send", reader.label("button-command-over-now"))
    return Message(text, rows=((Button(take.text, take.data, Style.PRIMARY),), way_out(reader, draft)))
