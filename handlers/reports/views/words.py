"""The words that go with a step of a report: how they are asked for and confirmed."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportAnswerTap
from handlers.reports.views.cards import open_button
from models.drafts import Draft
from models.identity import id_of
from models.reports import Report, ReportStep
from services.ground.attachments import Attachment

END = "end"
# So many reports are offered, those asked back on last.
OFFERED = 4


def ask(
    reader: Reader,
    draft: Draft,
    step: ReportStep,
    *,
    code: str,
    said: str,
    files: Sequence[Attachment],
    is_album: bool,
) -> Message:
    """Ask for the words of a step of a report (code), and say what has come so far."""
    parts = [
        reader.say(f"report-ask-{step.replace('_', '-')}", code=code),
        reader.say("report-said", text=said) if said else None,
        gathered(reader, files, is_album=is_album),
    ]
    end = Button(reader.label("report-button-end"), button(draft, END, "").data, Style.SUCCESS)
    keep = button(draft, "cancel", reader.label("task-button-keep"))
    rows = ((end,), (keep,)) if said or files else ((keep,),)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def said(reader: Reader, report: Report, step: ReportStep) -> Message:
    """Confirm what was said, with the way back to the report."""
    text = reader.say(f"report-said-{step.replace('_', '-')}", code=report.code)
    return Message(text, rows=((open_button(reader, report),),))


def offer(reader: Reader, asked: Sequence[Report], message_id: int) -> Message:
    """Offer to take what was just written in a message (id) as the answer to what was asked back on a report."""
    rows = tuple(
        (Button(reader.label("report-button-answer", code=one.code), ReportAnswerTap(id_of(one), message_id).pack()),)
        for one in asked[:OFFERED]
    )
    return Message(reader.say("report-is-answer"), rows=rows)
