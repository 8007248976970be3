"""Questions in a list: those that wait first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers.conversations.taps import QuestionsTap, QuestionTap
from handlers.conversations.views.asking import said
from handlers.conversations.views.cards import SHOW, asker_name, given, whose
from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.incidents.taps import DetailsTap
from handlers.tally.taps import TallyTap
from models.conversations import QuestionState
from models.identity import id_of
from models.incidents import Incident
from services.conversations.threads import QuestionPage, Sheet

IN_LINE, MEMBER_IN_LINE, IN_BUTTON = 110, 40, 40


def listing(reader: Reader, page: QuestionPage, *, incident: Incident | None, now: datetime) -> Message:
    """Show coordinators what was asked, each question behind a button."""
    head = _head(reader, page, incident)
    lines = [_line(reader, one, with_code=incident is None, now=now) for one in page.lines]
    rows = [
        *_opening(reader, page.lines, now=now),
        *turning(Page(page.lines, page.number, page.pages), lambda number: _tap(incident, number)),
        (_back(reader, incident),),
    ]
    return Message(Markup("\n\n").join([head, *lines]), rows=tuple(rows))


def _head(reader: Reader, page: QuestionPage, incident: Incident | None) -> Markup:
    key = "question-list-head" if page.total else "question-list-empty"
    if incident is not None:
        return reader.say(f"{key}-of", code=incident.code, open=page.open, total=page.total)
    return reader.say(key, open=page.open, total=page.total)


def _line(reader: Reader, sheet: Sheet, *, with_code: bool, now: datetime) -> Markup:
    code = sheet.code if with_code or sheet.task is not None else ""
    line = reader.say(
        "question-line-of" if code else "question-line",
        mark=_mark(sheet),
        code=code,
        member=shorten(whose(reader, sheet), MEMBER_IN_LINE),
        by=asker_name(reader, sheet),
        at=reader.short_moment(sheet.question.asked_at, now),
        text=said(reader, sheet.question, IN_LINE),
    )
    more = [
        reader.say("question-undelivered") if sheet.undelivered else None,
        reader.say("question-alike", count=sheet.alike)
        if sheet.alike and sheet.question.state is QuestionState.OPEN
        else None,
    ]
    return Markup("\n").join([line, *(one for one in more if one)])


def _mark(sheet: Sheet) -> str:
    return "❓" if sheet.question.state is QuestionState.OPEN else "✔"


def _opening(reader: Reader, lines: Sequence[Sheet], *, now: datetime) -> list[tuple[Button, ...]]:
    """Make a button of each question, named by its words; where several say the same, by whose it is and since when."""
    words = [shorten(said(reader, one.question), IN_BUTTON) for one in lines]
    buttons = [
        Button(
            f"{_mark(one)} {named if words.count(named) == 1 else _told_apart(reader, one, now=now)}",
            QuestionTap(id_of(one.question), SHOW).pack(),
        )
        for one, named in zip(lines, words, strict=True)
    ]
    return [(one,) for one in buttons]


def _told_apart(reader: Reader, sheet: Sheet, *, now: datetime) -> str:
    at = reader.short_moment(sheet.question.asked_at, now)
    return reader.label("question-button-told-apart", member=shorten(whose(reader, sheet), IN_BUTTON), at=at)


def _tap(incident: Incident | None, number: int) -> str:
    return QuestionsTap(id_of(incident) if incident is not None else 0, number).pack()


def _back(reader: Reader, incident: Incident | None) -> Button:
    if incident is not None:
        return Button(reader.label("button-to-tally"), TallyTap(id_of(incident)).pack())
    return Button(reader.label("button-menu"), MenuTap("menu").pack())


def own(reader: Reader, page: QuestionPage, *, incident: Incident | None, now: datetime) -> Message:
    """Show members what they asked and what was answered, and that they may ask here."""
    parts = [reader.say("question-own-head" if page.total else "question-own-empty")]
    for one in page.lines:
        line = _line(reader, replace(one, alike=0), with_code=incident is None, now=now)
        parts.append(Markup("\n").join([line, *(given(reader, answer, now=now) for answer in one.answers[-1:])]))
    parts.append(reader.say("question-own-how"))
    back = (
        Button(reader.label("button-details"), DetailsTap(id_of(incident)).pack())
        if incident is not None
        else Button(reader.label("button-menu"), MenuTap("menu").pack())
    )
    rows = turning(Page(page.lines, page.number, page.pages), lambda number: _tap(incident, number))
    return Message(Markup("\n\n").join(parts), rows=(*rows, (back,)))
