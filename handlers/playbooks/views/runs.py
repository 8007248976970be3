"""A playbook that was started: where each step stands, and what the office is to do."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup

from handlers.frame.views.dialogues import way_out
from handlers.frame.views.fitting import first_that_fits, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.open_things import OpenThing
from handlers.frame.views.pages import Page, page_of, turning
from handlers.frame.views.reader import Reader
from handlers.playbooks.taps import (
    PlaybookOffersTap,
    RunPauseTap,
    RunStepDoneTap,
    RunStepGiveTap,
    RunStepOwnersTap,
    RunStepSkipTap,
    RunStepTap,
    RunStepUndoneTap,
    RunTap,
    RunWish,
)
from handlers.playbooks.views.parts import (
    IN_LINE,
    STEPS_ON_A_PAGE,
    expected_of,
    in_rows,
    role_of,
    state_of,
    text_of,
    title_of,
    when,
)
from handlers.playbooks.views.starting import owners_text
from handlers.tally.taps import TallyTap
from handlers.tasks.taps import TaskTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.members import Member
from models.scripts import UNSETTLED, RunStepState, ScriptRun, StepRole
from models.tasks import Task
from services.playbooks.proposing import ReadyMember
from services.playbooks.runs import RunSheet
from services.scripts.running import Running, ended_with, was_done_by_hand

MARKS = {
    RunStepState.WAITING: "⏳",
    RunStepState.DUE: "▶️",
    RunStepState.DONE: "✔",
    RunStepState.SKIPPED: "⏩",
}
NAME, LABEL = 24, 40
# So many letters a name or a text takes, the widest first, and so many a page of steps.
ROOMS, SCREEN = (400, 160, IN_LINE), 1200


def page(reader: Reader, sheet: RunSheet, *, number: int, now: datetime) -> Message:
    """Show where each step of a run stands; the ones under way have buttons."""
    part = page_of(sheet.steps, number, size=STEPS_ON_A_PAGE)
    state = state_of(sheet.run, sheet.incident)
    head = reader.say(
        f"playbook-page-{state}",
        title=title_of(reader, sheet.script),
        version=sheet.script.version,
        code=sheet.incident.code,
    )
    # Names and texts are whole, unless a page of them would fill more than a screen.
    lines = first_that_fits(
        (Markup("\n").join(_line(reader, sheet, one, now, room) for one in part.items) for room in ROOMS),
        longest=SCREEN,
    )
    numbers = [Button(str(one.row.place), RunStepTap(id_of(one.row)).pack()) for one in part.items]
    run_id = id_of(sheet.run)
    rows = (
        *in_rows(numbers),
        *turning(part, lambda at: RunTap(run_id, at).pack()),
        *_rest(reader, sheet.run, state),
        (
            Button(reader.label("button-to-tally"), TallyTap(id_of(sheet.incident)).pack()),
            Button(reader.label("playbook-button-offers"), PlaybookOffersTap(id_of(sheet.incident), 0).pack()),
        ),
    )
    return Message(Markup("\n").join([head, lines]), rows=rows)


def _rest(reader: Reader, run: ScriptRun, state: str) -> tuple[tuple[Button, ...], ...]:
    if state in ("over", "stopped"):
        return ()
    rests = state == "resting"
    label = reader.label("playbook-button-go-on" if rests else "playbook-button-rest")
    return ((Button(label, RunPauseTap(id_of(run), RunWish.GO_ON if rests else RunWish.REST).pack()),),)


def _line(reader: Reader, sheet: RunSheet, one: Running, now: datetime, room: int) -> Markup:
    return reader.say(
        "playbook-line",
        mark=MARKS[one.row.state],
        number=one.row.place,
        when=_moment(reader, one, now),
        owner=shorten(_owner(reader, sheet, one), room),
        text=shorten(text_of(reader, one.step), room),
    )


def _moment(reader: Reader, one: Running, now: datetime) -> str:
    """Say when a step is due, or by when it is to be done, or when it was over."""
    row = one.row
    if row.state is RunStepState.WAITING:
        return reader.short_moment(row.due_at, now) if row.due_at is not None else when(reader, one.step)
    if row.state is RunStepState.DUE and row.until_at is not None:
        late = "late" if row.until_at <= now else "until"
        return reader.label(f"playbook-{late}", at=reader.short_moment(row.until_at, now))
    return reader.short_moment(row.done_at, now) if row.done_at is not None else ""


def open_now(reader: Reader, one: Running, incident: Incident, *, now: datetime) -> OpenThing:
    """Say in a line of the main menu what the office is to do by when; the button leads to the step."""
    text = shorten(text_of(reader, one.step), IN_LINE)
    line = reader.say("playbook-open-now", code=incident.code, text=text, when=_moment(reader, one, now))
    label = reader.label("playbook-open-now-button", number=one.row.place, text=text)
    return OpenThing(line, Button(shorten(label, LABEL), RunStepTap(id_of(one.row)).pack()))


def _owner(reader: Reader, sheet: RunSheet, one: Running) -> str:
    member = sheet.members.get(one.row.member_id or 0)
    if member is not None:
        return member.name
    if one.step.role is StepRole.COORDINATORS or one.row.state is not RunStepState.WAITING:
        return reader.label("script-role-coordinators")
    return reader.label("playbook-nobody-yet", role=role_of(reader, one.step, sheet.names))


def step(
    reader: Reader,
    sheet: RunSheet,
    one: Running,
    *,
    done_by: str,
    proposed: ReadyMember | None,
    lost: Member | None = None,
    now: datetime,
) -> Message:
    """Show a step whole, with what can be done about it now."""
    task = sheet.tasks.get(one.row.task_id or 0)
    lines = [
        reader.say(
            "playbook-step-head",
            mark=MARKS[one.row.state],
            number=one.row.place,
            title=title_of(reader, sheet.script),
            code=sheet.incident.code,
        ),
        Markup.escape(text_of(reader, one.step)),
    ]
    if expected := expected_of(reader, one.step):
        lines.append(reader.say("playbook-step-expected", expected=expected))
    lines.append(_standing(reader, sheet, one, task, done_by=done_by, now=now))
    if one.row.state in UNSETTLED and state_of(sheet.run, sheet.incident) == "stopped":
        lines.append(reader.say("playbook-step-stopped", code=sheet.incident.code))
    elif lost is not None:
        lines.append(reader.say("playbook-step-lost", member=lost.name))
    if one.row.reason:
        lines.append(reader.say("playbook-step-reason", reason=one.row.reason))
    rows = (*_acts(reader, sheet, one, task, proposed), (_to_run(reader, one),))
    return Message(Markup("\n").join(lines), rows=rows)


def reminding(reader: Reader, shown: Message) -> Message:
    """Say above a step that it is the office's to do, and late."""
    return replace(shown, text=Markup("\n").join([reader.say("playbook-step-reminder"), shown.text]))


def _standing(
    reader: Reader, sheet: RunSheet, one: Running, task: Task | None, *, done_by: str, now: datetime
) -> Markup:
    owner = _owner(reader, sheet, one)
    if one.row.state is RunStepState.DUE and task is not None:
        return reader.say("playbook-step-task", code=task.code, owner=owner, moment=_moment(reader, one, now))
    if one.row.state in UNSETTLED:
        return reader.say("playbook-step-standing", owner=owner, moment=_moment(reader, one, now))
    return reader.say(f"playbook-step-{one.row.state}", owner=done_by or owner, moment=_moment(reader, one, now))


def _acts(
    reader: Reader, sheet: RunSheet, one: Running, task: Task | None, proposed: ReadyMember | None
) -> Sequence[tuple[Button, ...]]:
    """Make the buttons of a step: what the office does itself is reported here, what a business has by its task."""
    number = id_of(one.row)
    state = state_of(sheet.run, sheet.incident)
    goes_on = state in ("going", "resting") or (ended_with(one) and sheet.incident.status is not IncidentStatus.CLOSED)
    if was_done_by_hand(one) and goes_on:
        return [(Button(reader.label("playbook-button-undone"), RunStepUndoneTap(number).pack()),)]
    if one.row.state not in UNSETTLED or state in ("over", "stopped"):
        return [(_to_task(reader, task),)] if task is not None else []
    skip = Button(reader.label("playbook-button-skip"), RunStepSkipTap(number).pack())
    if task is not None:
        return [(_to_task(reader, task), skip)]
    if one.row.state is RunStepState.WAITING:
        return [(skip,)]
    done = Button(reader.label("playbook-button-done"), RunStepDoneTap(number).pack(), Style.SUCCESS)
    give = Button(reader.label("playbook-button-owners"), RunStepOwnersTap(number, 0).pack())
    rows = [(done,), (give, skip)]
    if proposed is None:
        return rows
    label = reader.label("playbook-button-give", member=shorten(proposed.member.name, NAME))
    return [(Button(label, RunStepGiveTap(number, id_of(proposed.member)).pack(), Style.PRIMARY),), *rows]


def _to_task(reader: Reader, task: Task | None) -> Button:
    return Button(reader.label("task-button-open"), TaskTap(id_of(task) if task is not None else 0).pack())


def _to_run(reader: Reader, one: Running) -> Button:
    return Button(reader.label("playbook-button-run"), RunTap(id_of(one.run), 0).pack())


def owners(
    reader: Reader,
    one: Running,
    candidates: Sequence[ReadyMember],
    *,
    names: Mapping[int, str],
    number: int,
    now: datetime,
) -> Message:
    """List the businesses to which a step can be given now."""
    part: Page[ReadyMember] = page_of(candidates, number)
    step_id = id_of(one.row)
    numbers = [
        Button(str(at), RunStepGiveTap(step_id, id_of(found.member)).pack()) for at, found in enumerate(part.items, 1)
    ]
    rows = (
        *in_rows(numbers, 4),
        *turning(part, lambda at: RunStepOwnersTap(step_id, at).pack()),
        (Button(reader.label("button-back"), RunStepTap(step_id).pack()),),
    )
    return Message(owners_text(reader, one.step, part, names, now), rows=rows)


def ask_reason(reader: Reader, draft: Draft, *, place: int, text: str) -> Message:
    """Ask why a step is left out."""
    asking = reader.say("playbook-skip-ask", number=place, text=shorten(text, IN_LINE))
    return Message(asking, rows=(way_out(reader, draft, back=False),))


def skipped(reader: Reader, *, place: int, run_step_id: int) -> Message:
    """Confirm that a step is left out, with the way back to it."""
    back = Button(reader.label("playbook-button-step", number=place), RunStepTap(run_step_id).pack())
    return Message(reader.say("playbook-skipped", number=place), rows=((back,),))
