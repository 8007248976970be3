"""Updates, answers and the all-clear: how they are asked for, shown before they go, and read."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import as_text, button, way_out
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.incidents.taps import CardTap, DetailsTap, NoticeTap, UsefulTap
from handlers.incidents.views.cards import Facts, first_line, mark_of
from handlers.presence.taps import StandDownTap
from models.drafts import Draft
from models.incidents import Incident, IncidentKind, Notice, NoticeAudience, NoticeKind
from services.tally.counting import AnswerGroup, Tally


def ask(reader: Reader, draft: Draft, kind: NoticeKind, audience: NoticeAudience, *, code: str, people: int) -> Message:
    """Ask for the text, and say to whom it will go."""
    if kind is not NoticeKind.ALL_CLEAR:
        text = reader.say(f"notice-ask-{audience.replace('_', '-')}", code=code, people=people)
        return Message(text, rows=(way_out(reader, draft, back=False),))
    suggest = button(draft, "suggest", reader.label("button-suggest"))
    text = reader.say("notice-ask-all-clear", code=code, people=people)
    return Message(text, rows=((suggest,), way_out(reader, draft, back=False)))


def preview(
    reader: Reader,
    draft: Draft,
    shown: Message,
    kind: NoticeKind,
    *,
    people: int,
    some_stand_down: bool,
    has_files: bool,
    left_open: Sequence[str] = (),
    asked: tuple[Markup, tuple[tuple[Button, ...], ...]] | None = None,
) -> Message:
    """Show the message as its readers will see it, what some of them get as well, and the button that sends it.

    `left_open` is what an end would leave open. What is `asked` about a label that the words name takes the place of
    that button.
    """
    key = "button-send-all-clear" if kind is NoticeKind.ALL_CLEAR else "button-send-notice"
    send = button(draft, "send", reader.label(key, people=people))
    parts = [reader.say("preview-head"), shown.text, as_text(reader, shown.rows)]
    if some_stand_down:
        parts.append(reader.say("preview-engaged-too", names=reader.label("button-stand-down")))
    if left_open:
        parts.append(reader.say("notice-left-open", what=" · ".join(left_open)))
    question, sending = asked or (Markup(), ((Button(send.text, send.data, Style.PRIMARY),),))
    text = Markup("\n\n").join(part for part in (*parts, question) if part)
    drop = ((button(draft, "drop", reader.label("button-without-files")),),) if has_files else ()
    return Message(text, rows=(*sending, *drop, way_out(reader, draft)))


def words(reader: Reader, said: Notice) -> str:
    """Give all words of a notice: of an update its parts by name, that nothing is new, or that it was taken back."""
    parts = {"update-actions": said.actions, "update-needs": said.needs, "update-ruled-out": said.ruled_out}
    if said.taken_back_at is not None:
        return reader.label("update-taken-back")
    named = [reader.label(key, text=reader.own(part)) for key, part in parts.items() if part]
    return "\n".join([reader.label("update-unchanged") if said.is_unchanged else reader.own(said.text), *named])


def asks_to_stand_down(facts: Facts, kind: NoticeKind) -> bool:
    """Tell whether those who take part are asked to confirm that they left: nobody left for a drill."""
    return kind is NoticeKind.ALL_CLEAR and facts.kind is not IncidentKind.DRILL


def notice(
    reader: Reader,
    facts: Facts,
    kind: NoticeKind,
    text: str,
    *,
    engaged: bool,
    stood_down: str = "",
    useful: bool | None = None,
    with_files: Markup | None = None,
    repeated: bool = False,
    in_group: bool = False,
) -> Message:
    """Make the message that readers get; an all-clear asks those engaged to confirm, and each person for a word.

    `stood_down` is when they confirmed, and `useful` what the person said of the alert: they are shown, not asked for.
    """
    stands_down = engaged and asks_to_stand_down(facts, kind)
    parts = [
        reader.say("card-repeated") if repeated else None,
        first_line(reader, facts),
        reader.say(f"notice-head-{kind.replace('_', '-')}"),
        Markup.escape(reader.own(text)) if kind is not NoticeKind.REOPENED else reader.say("notice-reopened"),
        with_files,
    ]
    if kind is NoticeKind.ALL_CLEAR:
        ending = "drill" if facts.kind is IncidentKind.DRILL else "incident"
        parts.append(reader.say(f"notice-all-clear-ending-{ending}", department=facts.department))
        if stands_down:
            parts.append(reader.say("notice-stand-down"))
        elif stood_down and asks_to_stand_down(facts, kind):
            parts.append(reader.say("notice-stood-down", at=stood_down))
    rows = _buttons(reader, facts, kind, stands_down=stands_down, useful=useful, in_group=in_group)
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def taken_back(reader: Reader, incident: Incident) -> Message:
    """Say in the place of an end that it was taken back; it has no buttons."""
    mark = mark_of(incident.kind, incident.status)
    title = labelled(reader.own(incident.title), incident.tlp)
    return Message(reader.say("notice-taken-back", mark=mark, code=incident.code, title=title))


def _buttons(
    reader: Reader, facts: Facts, kind: NoticeKind, *, stands_down: bool, useful: bool | None, in_group: bool
) -> tuple[tuple[Button, ...], ...]:
    incident_id = facts.incident_id
    rows: list[tuple[Button, ...]] = [(Button(reader.label("button-details"), DetailsTap(incident_id).pack()),)]
    if kind is NoticeKind.REOPENED and not in_group:
        rows.insert(0, (Button(reader.label("button-to-card"), CardTap(incident_id).pack(), Style.PRIMARY),))
    if kind is NoticeKind.ALL_CLEAR and not in_group:
        rows.insert(0, tuple(_opinion(reader, incident_id, each, is_chosen=useful is each) for each in (True, False)))
    if stands_down:
        stand_down = Button(reader.label("button-stand-down"), StandDownTap(incident_id).pack(), Style.SUCCESS)
        rows.insert(0, (stand_down,))
    return tuple(rows)


def _opinion(reader: Reader, incident_id: int, useful: bool, *, is_chosen: bool) -> Button:
    label = reader.label("button-useful" if useful else "button-not-useful")
    return Button(
        reader.label("button-opinion-given", label=label) if is_chosen else label,
        UsefulTap(incident_id, int(useful)).pack(),
    )


def summary(reader: Reader, counted: Tally, *, since: datetime) -> str:
    """Sum an incident up by its figures, as a text that the coordinator may send as it is."""
    return reader.label(
        "summary-suggestion",
        elapsed=reader.duration(counted.counted_at - since),
        answered=counted.answered,
        members=counted.members,
        ready=counted.groups[AnswerGroup.READY],
        remote=counted.groups[AnswerGroup.REMOTE],
    )


def sent(
    reader: Reader,
    kind: NoticeKind,
    *,
    code: str,
    people: int,
    questions: int = 0,
    with_files: Markup | None = None,
    follows: Sequence[Markup] = (),
) -> Message:
    """Confirm that a notice is on its way, with what; at the end, name the questions left open and what `follows`."""
    text = reader.say(f"notice-sent-{kind.replace('_', '-')}", code=code, people=people)
    if with_files:
        text = Markup("\n").join([text, with_files])
    if kind is NoticeKind.ALL_CLEAR and questions:
        text = Markup("\n").join([text, reader.say("notice-questions-left", count=questions)])
    return Message(Markup("\n").join([text, *follows]))


def stands(reader: Reader, said: Notice, *, code: str, is_open: bool) -> Message:
    """Say that a notice stands as it was sent; while its incident is open, a correction can go to the same group."""
    if not is_open:
        return Message(reader.say("notice-stands", code=code))
    text = Markup("\n").join([reader.say("notice-stands", code=code), reader.say("notice-correct")])
    correct = Button(reader.label("button-correct-notice"), NoticeTap(said.incident_id, said.audience).pack())
    return Message(text, rows=((correct,),))
