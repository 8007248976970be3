"""The words that go with a step of a report: how they are asked for and confirmed."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportAnswerTap
from handlers.reports.views.cards import SHOWN_NOTE, called_name, open_button, to_call
from models.drafts import Draft
from models.identity import id_of
from models.reports import Report, ReportStep
from services.ground.attachments import Attachment
from services.reports.reports import ReportSheet, ReportStepTaken

END, SEND = "end", "send"
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


def preview(reader: Reader, draft: Draft, step: ReportStep, *, code: str, said: str) -> Message:
    """Show a coordinator's words as they go to whoever reported (code), to be sent by a button; others replace them."""
    which = step.replace("_", "-")
    parts = [
        reader.say(f"report-preview-{which}", code=code),
        reader.say("report-said", text=said),
        reader.say("report-preview-other"),
    ]
    send = Button(reader.label("report-button-say"), button(draft, SEND, "").data, Style.PRIMARY)
    keep = button(draft, "cancel", reader.label("task-button-keep"))
    return Message(Markup("\n\n").join(parts), rows=((send,), (keep,)))


def said(
    reader: Reader,
    report: Report,
    step: ReportStep,
    *,
    unreached: ReportSheet | None = None,
    meanwhile: Sequence[ReportStepTaken] = (),
    now: datetime,
) -> Message:
    """Confirm what was said, with the way back to the report, and tell what colleagues asked meanwhile.

    Where it does not reach the reporter (`unreached`), say so, and whom to call.
    """
    text = reader.say(f"report-said-{step.replace('_', '-')}", code=report.code)
    rows: tuple[tuple[Button, ...], ...] = ((open_button(reader, report),),)
    if unreached is not None:
        called = called_name(reader, unreached)
        text = reader.say("report-said-unreached", code=report.code, name=called, member=unreached.member.name)
        rows = (*to_call(reader, unreached), *rows)
    told = [
        reader.say(
            "report-asked-meanwhile",
            by=reader.known_as(one.by),
            at=reader.short_moment(one.at, now),
            note=shorten(one.note or "", SHOWN_NOTE),
        )
        for one in meanwhile
    ]
    return Message(Markup("\n").join([text, *told]), rows=rows)


def offer(reader: Reader, asked: Sequence[Report], message_id: int) -> Message:
    """Offer to take what was just written in a message (id) as the answer to what was asked back on a report."""
    rows = tuple(
        (Button(reader.label("report-button-answer", code=one.code), ReportAnswerTap(id_of(one), message_id).pack()),)
        for one in asked[:OFFERED]
    )
    return Message(reader.say("report-is-answer"), rows=rows)
