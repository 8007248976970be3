"""Writing a version of a script step by step: added, changed, moved, taken out, until it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.people import Person
from models.scripts import SCRIPT_STEP_SUBJECT, ScriptStep, StepRole, StepStart
from services.ground import attachments, audit
from services.ground.attachments import Attachment
from services.ground.refusals import Refusal
from services.scripts import versions

MOST_STEPS = 40
TEXT_LENGTH = 400
EXPECTED_LENGTH = 200
# A week: no run of a script is longer.
MOST_MINUTES = 7 * 24 * 60


class ScriptStepUnknown(Refusal):
    """There is no such step in the version that is worked on; somebody may have taken it out."""


class TooManySteps(Refusal):
    """A script has at most `limit` steps."""


class StepTextLength(Refusal):
    """What a step says is empty or longer than `limit` characters; it has `length`."""


class StepExpectedLength(Refusal):
    """What is expected is longer than `limit` characters; it has `length`."""


class StepMinutesUnread(Refusal):
    """What was typed is no length of time."""

    says_back = True


class StepMinutesRange(Refusal):
    """The minutes of a step are not between `least` and `most`."""

    says_back = True


@dataclass(frozen=True)
class StepWords:
    """All that is said of a step; see `ScriptStep` for what each part means."""

    text: str
    role: StepRole = StepRole.COORDINATORS
    member_id: int | None = None
    starts: StepStart = StepStart.STEP_BEFORE
    minutes: int = 0
    within: int = 30
    expected: str = ""


def words_of(step: ScriptStep) -> StepWords:
    """Give what is said of a step."""
    return StepWords(step.text, step.role, step.member_id, step.starts, step.minutes, step.within, step.expected)


def check(words: StepWords) -> StepWords:
    """Give the words back; raises StepTextLength, StepExpectedLength or StepMinutesRange."""
    if not 0 < len(words.text) <= TEXT_LENGTH:
        raise StepTextLength(limit=TEXT_LENGTH, length=len(words.text))
    if len(words.expected) > EXPECTED_LENGTH:
        raise StepExpectedLength(limit=EXPECTED_LENGTH, length=len(words.expected))
    for minutes, least in ((words.minutes, 0), (words.within, 1)):
        if not least <= minutes <= MOST_MINUTES:
            raise StepMinutesRange(least=least, most=MOST_MINUTES)
    return words


async def any_step(session: AsyncSession, *, step_id: int) -> ScriptStep:
    """Find a step of any version; raises ScriptStepUnknown."""
    step = await session.get(ScriptStep, step_id)
    if step is None:
        raise ScriptStepUnknown
    return step


async def step_by_id(session: AsyncSession, *, step_id: int) -> ScriptStep:
    """Find a step of a version that may be changed; raises ScriptStepUnknown or ScriptSaved."""
    step = await any_step(session, step_id=step_id)
    await versions.in_work(session, script_id=step.script_id)
    return step


async def add(
    session: AsyncSession,
    *,
    script_id: int,
    words: StepWords,
    by: Person,
    now: datetime,
    files: Sequence[Attachment] = (),
) -> ScriptStep:
    """Add a step at the end; raises what `versions.in_work` and `check` raise, TooManyFiles or TooManySteps."""
    script = await versions.in_work(session, script_id=script_id)
    check(words)
    attachments.check_number(files)
    steps = await versions.steps_of(session, script_id=script_id)
    if len(steps) >= MOST_STEPS:
        raise TooManySteps(limit=MOST_STEPS, kind=script.kind)
    step = ScriptStep(script_id=script_id, place=len(steps) + 1, **vars(words))
    session.add(step)
    await session.flush()
    await attachments.keep(session, subject=SCRIPT_STEP_SUBJECT, subject_id=id_of(step), attachments=files)
    _record(session, step, "added", by=by, now=now)
    return step


async def change(session: AsyncSession, *, step_id: int, words: StepWords, by: Person, now: datetime) -> ScriptStep:
    """Say something else of a step; words that the product brought in English give way to those that are typed.

    Raises what `step_by_id` and `check` raise.
    """
    step = await step_by_id(session, step_id=step_id)
    check(words)
    if words.text != step.text:
        step.text_en = None
    if words.expected != step.expected:
        step.expected_en = None
    for name, value in vars(words).items():
        setattr(step, name, value)
    await session.flush()
    _record(session, step, "changed", by=by, now=now)
    return step


async def files_of(session: AsyncSession, *, step_id: int) -> Sequence[Attachment]:
    """List the files of a step."""
    return await attachments.of(session, subject=SCRIPT_STEP_SUBJECT, subject_id=step_id)


async def attach(
    session: AsyncSession, *, step_id: int, files: Sequence[Attachment], by: Person, now: datetime
) -> ScriptStep:
    """Let a step have these files, and no others; raises what `step_by_id` raises, or TooManyFiles."""
    step = await step_by_id(session, step_id=step_id)
    attachments.check_number(files)
    await attachments.forget(session, subject=SCRIPT_STEP_SUBJECT, subject_id=step_id)
    await attachments.keep(session, subject=SCRIPT_STEP_SUBJECT, subject_id=step_id, attachments=files)
    _record(session, step, "changed", by=by, now=now)
    return step


async def move(session: AsyncSession, *, step_id: int, places: int, by: Person, now: datetime) -> ScriptStep:
    """Move a step so many places on, back with a negative number; raises what `step_by_id` raises."""
    step = await step_by_id(session, step_id=step_id)
    order = [one for one in await versions.steps_of(session, script_id=step.script_id) if one is not step]
    order.insert(max(0, step.place - 1 + places), step)
    await _number(session, order)
    _record(session, step, "moved", by=by, now=now)
    return step


async def take_out(session: AsyncSession, *, step_id: int, by: Person, now: datetime) -> int:
    """Take a step out, and give the version (id) that it was of. Raises what `step_by_id` raises."""
    step = await step_by_id(session, step_id=step_id)
    script_id = step.script_id
    _record(session, step, "taken-out", by=by, now=now)
    await attachments.forget(session, subject=SCRIPT_STEP_SUBJECT, subject_id=step_id)
    await session.delete(step)
    await session.flush()
    await _number(session, await versions.steps_of(session, script_id=script_id))
    return script_id


async def _number(session: AsyncSession, order: Sequence[ScriptStep]) -> None:
    for place, step in enumerate(order, 1):
        step.place = place
    await session.flush()


def _record(session: AsyncSession, step: ScriptStep, what: str, *, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=f"script-step-{what}",
        subject="script",
        subject_id=step.script_id,
        now=now,
        after={"place": step.place, "text": step.text},
    )
