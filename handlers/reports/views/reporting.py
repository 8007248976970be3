"""The dialogue by which a member reports: one question a step, answered by a tap, and a sentence at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from markupsafe import Markup

from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.reports.taps import ReportListTap
from models.drafts import Draft
from models.identity import id_of
from models.members import Member
from models.reports import ReportKind
from services.conversations import waiting
from services.ground.attachments import Attachment
from services.reports.owners import Owners
from services.reports.reporting import Sign
from services.reports.reports import WORDS_LENGTH

BUSINESS, KIND, SINCE, WHOSE, OWNER, HELP, WORDS = STEPS = (
    "business",
    "kind",
    "since",
    "whose",
    "owner",
    "help",
    "words",
)
MINUTES_AGO = (0, 60, 180, 1440)
NOT_KNOWN = "unknown"
# Of what lies further back it is asked whether it is meant.
LONG_AGO = timedelta(days=31)
AS_READ = "read"
# What a button says of whose system it is: as it was typed, or the number of a business or of a system after a letter.
AS_TYPED, OF_MEMBER, OF_SYSTEM = "typed", "m", "s"
NAME, OWNER_NAME = 34, 42
SHOWN = 200
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class SignSoFar:
    """What a person said so far of what they see, with the words and files that came; some may be one album.

    `owners` are those whose system they may mean; the words that `goes` names go by themselves, or have gone.
    """

    sign: Sign
    words: str
    files: Sequence[Attachment]
    is_album: bool
    now: datetime | None = None
    owners: Owners = field(default_factory=Owners)
    owner: str = ""
    goes: str = ""


def ask_business(reader: Reader, draft: Draft, form: SignSoFar, members: Sequence[Member]) -> Message:
    """Ask for which of several businesses a person reports."""
    rows = tuple((button(draft, BUSINESS, shorten(one.name, NAME), str(id_of(one))),) for one in members[:4])
    return _question(reader, form, BUSINESS, (*rows, way_out(reader, draft, back=False)))


def ask(reader: Reader, draft: Draft, form: SignSoFar, *, is_first: bool) -> Message:
    """Ask the question of a step."""
    last = way_out(reader, draft, back=not is_first)
    if draft.step == KIND and is_first:
        last = (Button(reader.label("report-button-mine"), ReportListTap(0, 0).pack()), *last)
    return _question(reader, form, draft.step, (*_answers(reader, draft, form), last))


def _question(reader: Reader, form: SignSoFar, step: str, rows: Rows) -> Message:
    said = form.words
    asked = "owner-which" if step == OWNER and form.owners else step
    if step == SINCE and is_long_ago(form.sign, form.now):
        asked = "since-long-ago"
    parts = [
        reader.say(f"report-ask-{asked}", limit=WORDS_LENGTH, said=form.sign.whose_said, at=_read_as(reader, form)),
        _so_far(reader, form, step),
        reader.say("report-said", text=shorten(said, SHOWN)) if said else None,
        gathered(reader, form.files, is_album=form.is_album),
        reader.say(f"report-words-{form.goes}", minutes=waiting.CHOOSING // timedelta(minutes=1))
        if form.goes
        else None,
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def is_long_ago(sign: Sign, now: datetime | None) -> bool:
    """Tell whether something is said to be so for longer than reports usually are of."""
    return sign.began_at is not None and now is not None and now - sign.began_at > LONG_AGO


def _so_far(reader: Reader, form: SignSoFar, step: str) -> Markup | None:
    """Say in a line what was chosen before a step, and as what moment it was read since when it is so."""
    at = STEPS.index(step)
    chosen = [one for number, one in enumerate(_chosen(reader, form)) if number < at and one]
    return reader.say("report-chosen", chosen=" · ".join(chosen)) if chosen else None


def _read_as(reader: Reader, form: SignSoFar) -> str:
    """Write as what moment it was read since when it is so."""
    if form.sign.began_at is None or form.now is None:
        return ""
    return reader.short_moment(form.sign.began_at, form.now)


def _chosen(reader: Reader, form: SignSoFar) -> Sequence[str]:
    """Name what was chosen, in the order of the questions; "" stands for what is not said, or only in a later step."""
    sign = form.sign
    at = _read_as(reader, form)
    began = reader.label("report-since-read", at=at) if at else reader.label("report-chosen-since-unknown")
    whose = form.owner if form.owner and not sign.is_own else ""
    return (
        "",
        reader.label(f"report-kind-{sign.kind}"),
        began,
        reader.label("report-button-own" if sign.is_own else "report-button-others"),
        whose,
        " · ".join(
            [
                reader.label("report-button-help" if sign.needs_help else "report-button-no-help"),
                *([reader.label("report-chosen-confidential")] if sign.is_confidential else []),
            ]
        ),
    )


def _answers(reader: Reader, draft: Draft, form: SignSoFar) -> Rows:
    match draft.step:
        case "kind":
            return _in_pairs([button(draft, KIND, reader.label(f"report-kind-{one}"), one) for one in ReportKind])
        case "since":
            times = [button(draft, SINCE, reader.label(f"report-since-{one}"), str(one)) for one in MINUTES_AGO]
            if is_long_ago(form.sign, form.now):
                as_read = reader.label("report-button-since-read", at=_read_as(reader, form))
                times = [button(draft, SINCE, as_read, AS_READ), *times]
            return (*_in_pairs(times), (button(draft, SINCE, reader.label("report-since-unknown"), NOT_KNOWN),))
        case "whose":
            return ((_choice(reader, draft, "own", "1"),), (_choice(reader, draft, "others", "0"),))
        case "owner":
            return _owners(reader, draft, form)
        case "help":
            return ((_choice(reader, draft, "help", "1"),), (_choice(reader, draft, "no-help", "0"),))
        case _:
            return _sending(reader, draft, form)


def _owners(reader: Reader, draft: Draft, form: SignSoFar) -> Rows:
    """Make a button of each that may be meant, of what was typed, and of what is not known."""
    found = [
        *(
            (OF_SYSTEM, id_of(one), reader.label("report-button-owner-system", name=one.name))
            for one in form.owners.systems
        ),
        *(
            (OF_MEMBER, id_of(one), reader.label("report-button-owner-member", name=one.name))
            for one in form.owners.members
        ),
    ]
    rows = tuple(
        (button(draft, OWNER, shorten(text, OWNER_NAME), f"{letter}{number}"),) for letter, number, text in found
    )
    unknown = button(draft, OWNER, reader.label("report-button-owner-unknown"), NOT_KNOWN)
    if not found:
        return ((unknown,),)
    return (*rows, (button(draft, OWNER, reader.label("report-button-owner-said"), AS_TYPED),), (unknown,))


def _choice(reader: Reader, draft: Draft, which: str, value: str) -> Button:
    return button(draft, draft.step, reader.label(f"report-button-{which}"), value)


def _sending(reader: Reader, draft: Draft, form: SignSoFar) -> Rows:
    """Make the choice who sees it, and what sends words that came before, or under a file."""
    on = form.sign.is_confidential
    tick = button(
        draft, "confidential", reader.label(f"report-button-{'' if on else 'not-'}confidential"), "0" if on else "1"
    )
    send = Button(reader.label("report-button-send"), button(draft, "send", "").data, Style.PRIMARY)
    return ((send,), (tick,)) if form.words else ((tick,),)


def _in_pairs(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def changed(reader: Reader, code: str) -> Message:
    """Say that what was edited counts in the place of what it was."""
    return Message(reader.say("report-changed", code=code))
