"""Starting a playbook: which fit an incident, and who would do what, before it counts."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.tlp import labelled
from handlers.playbooks.forms import StartForm
from handlers.playbooks.taps import PlaybookOffersTap, PlaybookStartTap, RunTap
from handlers.playbooks.views.parts import IN_LINE, STEPS_ON_A_PAGE, in_rows, role_of, state_of, text_of, title_of, when
from handlers.tally.taps import TallyTap
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from models.scripts import UNSETTLED, Script, ScriptRun, ScriptStep, StepRole
from services.playbooks.proposing import ReadyMember
from services.playbooks.runs import RunSheet
from services.tally.counting import AnswerGroup

PLAYBOOKS_ON_A_PAGE = 6
MOST_RUNS = 4
TITLE = 60
NAME = 32
OFFICE = 0
# So many playbooks stand in a handover note.
HANDED_OVER = 2


def offers(
    reader: Reader,
    incident: Incident,
    fitting: Sequence[Script],
    runs: Sequence[tuple[ScriptRun, Script]],
    *,
    page: int,
) -> Message:
    """Show what was started on an incident, and what could be, the fitting first."""
    incident_id = id_of(incident)
    closed = incident.status is IncidentStatus.CLOSED
    part: Page[Script] = page_of([] if closed else fitting, page, size=PLAYBOOKS_ON_A_PAGE)
    lines = [
        reader.say(
            "playbook-offers",
            code=incident.code,
            title=labelled(shorten(reader.own(incident.title), TITLE), incident.tlp),
        )
    ]
    lines += [_run_line(reader, incident, run, script) for run, script in runs[:MOST_RUNS]]
    for number, script in enumerate(part.items, 1 + part.number * PLAYBOOKS_ON_A_PAGE):
        fits = "yes" if incident.type in script.types else "no"
        lines.append(reader.say("playbook-offer", number=number, title=title_of(reader, script), fits=fits))
    started = [
        Button(shorten(title_of(reader, script), NAME), RunTap(id_of(run), 0).pack())
        for run, script in runs[:MOST_RUNS]
    ]
    numbers = [
        Button(str(number), PlaybookStartTap(incident_id, id_of(script)).pack())
        for number, script in enumerate(part.items, 1 + part.number * PLAYBOOKS_ON_A_PAGE)
    ]
    back = (
        Button(reader.label("menu-entry-playbooks"), MenuTap("playbooks").pack()),
        Button(reader.label("button-to-tally"), TallyTap(incident_id).pack()),
    )
    rows = (
        *in_rows(started, 2),
        *in_rows(numbers, PLAYBOOKS_ON_A_PAGE),
        *turning(part, lambda at: PlaybookOffersTap(incident_id, at).pack()),
        back,
    )
    return Message(Markup("\n").join(lines), rows=rows)


def handover(reader: Reader, sheets: Sequence[RunSheet]) -> list[str]:
    """Say in lines, for whoever takes over command, how far each playbook is, and which step is the next to be done."""
    lines = []
    for sheet in sheets[:HANDED_OVER]:
        left = [one.step for one in sheet.steps if one.row.state in UNSETTLED]
        key = "playbook-handover-resting" if sheet.run.paused_at is not None else "playbook-handover"
        title = shorten(title_of(reader, sheet.script), TITLE)
        lines.append(reader.label(key, title=title, done=len(sheet.steps) - len(left), count=len(sheet.steps)))
        if left:
            lines.append(reader.label("playbook-handover-next", step=shorten(text_of(reader, left[0]), TITLE)))
    if len(sheets) > HANDED_OVER:
        lines.append(reader.label("playbook-handover-more", count=len(sheets) - HANDED_OVER))
    return lines


def left_open(reader: Reader, count: int) -> list[str]:
    """Say in a few words that playbooks are under way."""
    return [reader.label("playbook-left-open", count=count)] if count else []


def _run_line(reader: Reader, incident: Incident, run: ScriptRun, script: Script) -> Markup:
    return reader.say(f"playbook-run-{state_of(run, incident)}", title=title_of(reader, script), version=script.version)


def preview(
    reader: Reader,
    draft: Draft,
    form: StartForm,
    script: Script,
    incident: Incident,
    steps: Sequence[ScriptStep],
    helping: Mapping[int, ReadyMember],
    names: Mapping[int, str],
) -> Message:
    """Show each step with when it begins and who would do it; a number changes who."""
    part = page_of(steps, form.page, size=STEPS_ON_A_PAGE)
    head = reader.say("playbook-preview", title=title_of(reader, script), version=script.version, code=incident.code)
    lines = [_step(reader, step, form.owners.get(id_of(step)), helping, names) for step in part.items]
    asking = reader.say("playbook-preview-ask")
    numbers = [button(draft, "step", str(step.place), str(step.id)) for step in part.items]
    start = button(draft, "start", reader.label("playbook-button-start"))
    rows = (
        (Button(start.text, start.data, Style.PRIMARY),),
        *in_rows(numbers),
        *turning(part, lambda at: button(draft, "page", "", str(at)).data),
        way_out(reader, draft, back=False),
    )
    return Message(Markup("\n").join([head, *lines, Markup(""), asking]), rows=rows)


def _step(
    reader: Reader, step: ScriptStep, owner: int | None, helping: Mapping[int, ReadyMember], names: Mapping[int, str]
) -> Markup:
    return reader.say(
        "playbook-preview-step",
        number=step.place,
        when=when(reader, step),
        owner=_owner(reader, step, owner, helping, names),
        text=shorten(text_of(reader, step), IN_LINE),
    )


def _owner(
    reader: Reader, step: ScriptStep, owner: int | None, helping: Mapping[int, ReadyMember], names: Mapping[int, str]
) -> str:
    """Name who would do a step; where nobody is ready for its role, say that it is still to be chosen."""
    if owner is not None and owner in helping:
        return helping[owner].member.name
    if step.role is StepRole.COORDINATORS or owner == OFFICE:
        return reader.label("script-role-coordinators")
    if step.role is StepRole.NAMED and step.member_id in names:
        # Who is named gets it, ready or not.
        return role_of(reader, step, names)
    return reader.label("playbook-nobody-yet", role=role_of(reader, step, names))


def choose(
    reader: Reader,
    draft: Draft,
    form: StartForm,
    step: ScriptStep,
    candidates: Sequence[ReadyMember],
    names: Mapping[int, str],
    now: datetime,
) -> Message:
    """Ask who is to do a step: a business that is ready, or the office."""
    part = page_of(candidates, form.page)
    numbers = [button(draft, "owner", str(number), str(one.member.id)) for number, one in enumerate(part.items, 1)]
    office = button(draft, "owner", reader.label("playbook-button-office"), str(OFFICE))
    named = [button(draft, "owner", shorten(name, NAME), str(member_id)) for member_id, name in names.items()]
    rows = (
        *in_rows(numbers, 4),
        *turning(part, lambda at: button(draft, "page", "", str(at)).data),
        *([tuple(named)] if named else []),
        (office,),
        way_out(reader, draft),
    )
    return Message(owners_text(reader, step, part, names, now), rows=rows)


def owners_text(
    reader: Reader, step: ScriptStep, part: Page[ReadyMember], names: Mapping[int, str], now: datetime
) -> Markup:
    """Say which step it is, and which businesses are ready for it."""
    lines = [
        reader.say(
            "playbook-choose",
            number=step.place,
            text=shorten(text_of(reader, step), IN_LINE),
            role=role_of(reader, step, names),
        )
    ]
    lines += [_candidate(reader, number, one, now) for number, one in enumerate(part.items, 1)]
    if not part.items:
        lines.append(reader.say("playbook-choose-none"))
    return Markup("\n").join(lines)


def _candidate(reader: Reader, number: int, one: ReadyMember, now: datetime) -> Markup:
    coming = one.group is AnswerGroup.READY and one.eta_at is not None
    how = (
        reader.label("task-eta", at=reader.short_moment(one.eta_at, now))
        if coming and one.eta_at is not None
        else reader.label(f"task-group-{one.group}")
    )
    sectors = ", ".join(reader.label(f"sector-{sector}") for sector in sorted(one.sectors))
    return reader.say("playbook-candidate", number=number, member=one.member.name, how=how, sectors=sectors)
