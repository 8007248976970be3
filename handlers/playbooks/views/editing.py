"""Changing a playbook: what is asked for each part of it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import ECHOED, WIDEST_OF, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.playbooks.forms import ScriptForm
from handlers.playbooks.taps import PlaybookStepTap, PlaybookTap, ScriptActTap, ScriptVerb, StepActTap, StepVerb
from handlers.playbooks.views.parts import IN_LINE, expected_of, in_rows, role_of, span, text_of, title_of, when
from models.drafts import Draft
from models.identity import id_of
from models.incidents import IncidentType
from models.members import Member
from models.scripts import Script, ScriptStep, StepRole, StepStart
from services.notation.business_names import with_short_form
from services.scripts.versions import TITLE_LENGTH
from services.scripts.writing import EXPECTED_LENGTH, MOST_STEPS, TEXT_LENGTH

ROLES = (
    *(StepRole.COORDINATORS, StepRole.ANY),
    *(StepRole.TELECOM, StepRole.POSTAL, StepRole.IT),
    *(StepRole.OPERATOR, StepRole.CONNECTIVITY, StepRole.SECURITY),
)
STARTS = {"b": StepStart.BEGINNING, "s": StepStart.STEP_BEFORE}
FROM_BEGINNING = (0, 15, 30, 60, 120, 240)
FROM_STEP = (0, 15, 60)
WITHIN = (15, 30, 60, 120, 240, 1440)
TYPES_ON_A_PAGE = 10


def ask_new(reader: Reader, draft: Draft) -> Message:
    """Ask for the name of a new playbook."""
    return Message(reader.say("script-ask-new", limit=TITLE_LENGTH), rows=(way_out(reader, draft, back=False),))


def ask_of_script(reader: Reader, draft: Draft, script: Script, form: ScriptForm) -> Message:
    """Ask for another name, for a step to be added, or for which types of incident it is."""
    asking = reader.say(
        f"script-ask-{draft.step}",
        title=title_of(reader, script),
        limit=TEXT_LENGTH if draft.step == "add" else TITLE_LENGTH,
    )
    if draft.step != "types":
        return Message(_with_files(reader, asking, form), rows=(way_out(reader, draft),))
    part = page_of(tuple(enumerate(IncidentType, 1)), form.page, size=TYPES_ON_A_PAGE)
    lines = [_type(reader, number, one, on=one in script.types) for number, one in part.items]
    numbers = [button(draft, "type", str(number), one) for number, one in part.items]
    turn = turning(part, lambda at: button(draft, "page", "", str(at)).data)
    return Message(Markup("\n").join([asking, *lines]), rows=(*in_rows(numbers), *turn, way_out(reader, draft)))


def _type(reader: Reader, number: int, one: IncidentType, *, on: bool) -> Markup:
    mark, name = "☑" if on else "☐", reader.label(f"type-{one.replace('_', '-')}")
    return reader.say("script-type", mark=mark, number=number, name=name)


def _with_files(reader: Reader, asking: Markup, form: ScriptForm) -> Markup:
    """Say below a question which files the step has."""
    files = gathered(reader, form.files, is_album=bool(form.album))
    return Markup("\n").join([asking, files]) if files else asking


def files_only(reader: Reader, step: Message) -> Message:
    """Show the step again to someone who wrote where files are asked for."""
    return replace(step, text=Markup("\n\n").join([reader.say("step-files-only"), step.text]))


def ask_of_step(
    reader: Reader,
    draft: Draft,
    step: ScriptStep,
    form: ScriptForm,
    *,
    names: Mapping[int, str],
    found: Sequence[Member] = (),
) -> Message:
    """Ask for one part of a step, and say how it is now."""
    asking = reader.say(
        f"step-ask-{draft.step}",
        number=step.place,
        text=shorten(text_of(reader, step), IN_LINE),
        role=role_of(reader, step, names),
        when=when(reader, step),
        within=span(reader, step.within),
        expected=expected_of(reader, step) or "–",
        limit=EXPECTED_LENGTH if draft.step == StepVerb.EXPECTED else TEXT_LENGTH,
    )
    if draft.step in (StepVerb.TEXT, StepVerb.FILES):
        asking = _with_files(reader, asking, form)
    if draft.step == StepVerb.ROLE and form.asked:
        key = "step-role-found" if found else "step-role-none"
        asking = Markup("\n").join([asking, reader.say(key, asked=shorten(form.asked, ECHOED))])
    choices = _found(draft, found) if found else _choices(reader, draft, form)
    return Message(asking, rows=(*choices, way_out(reader, draft)))


def _found(draft: Draft, found: Sequence[Member]) -> Sequence[tuple[Button, ...]]:
    """Make the buttons of the businesses that were found by what was typed."""
    return [
        (button(draft, "member", shorten(with_short_form(one.name), WIDEST_OF[1]), str(id_of(one))),) for one in found
    ]


def _choices(reader: Reader, draft: Draft, form: ScriptForm) -> Sequence[tuple[Button, ...]]:
    match draft.step:
        case "role":
            roles = [button(draft, "role", reader.label(f"step-button-role-{role}"), role) for role in ROLES]
            return (tuple(roles[:2]), tuple(roles[2:5]), tuple(roles[5:]))
        case "when":
            begins = [button(draft, "start", _begins(reader, minutes), f"b{minutes}") for minutes in FROM_BEGINNING]
            first, *later = [button(draft, "start", _follows(reader, minutes), f"s{minutes}") for minutes in FROM_STEP]
            return (*in_rows(begins, 3), (first,), tuple(later))
        case "within":
            return in_rows([button(draft, "within", span(reader, one), str(one)) for one in WITHIN], 3)
        case "files" if form.files:
            done = button(draft, "back", reader.label("step-button-files-done"))
            drop = button(draft, "drop", reader.label("button-without-files"))
            return [(Button(done.text, done.data, Style.PRIMARY), drop)]
        case "expected":
            return [(button(draft, "none", reader.label("step-button-nothing")),)]
        case _:
            return ()


def _begins(reader: Reader, minutes: int) -> str:
    if not minutes:
        return reader.label("script-when-at-once")
    return reader.label("step-button-in", span=span(reader, minutes))


def _follows(reader: Reader, minutes: int) -> str:
    if not minutes:
        return reader.label("step-button-after")
    return reader.label("step-button-later", span=span(reader, minutes))


def ask_first(reader: Reader, script: Script, verb: ScriptVerb) -> Message:
    """Ask whether a version is to be dropped, or a playbook taken out of use."""
    now = ScriptVerb.DROP_NOW if verb is ScriptVerb.DROP else ScriptVerb.RETIRE_NOW
    script_id = id_of(script)
    sure = Button(
        reader.label(f"script-button-{now.replace('_', '-')}"), ScriptActTap(script_id, now).pack(), Style.DANGER
    )
    keep = Button(reader.label("button-back"), PlaybookTap(script_id, 0).pack())
    asking = reader.say(f"script-ask-{verb}", title=title_of(reader, script), version=script.version)
    return Message(asking, rows=((sure,), (keep,)))


def ask_out(reader: Reader, step: ScriptStep) -> Message:
    """Ask whether a step is to be taken out."""
    step_id = id_of(step)
    sure = Button(reader.label("step-button-out-now"), StepActTap(step_id, StepVerb.OUT_NOW).pack(), Style.DANGER)
    keep = Button(reader.label("button-back"), PlaybookStepTap(step_id).pack())
    asking = reader.say("step-ask-out", number=step.place, text=shorten(text_of(reader, step), IN_LINE))
    return Message(asking, rows=((sure,), (keep,)))


def acts_on_script(
    reader: Reader, script: Script, *, worked_on: Script | None, steps: int
) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons below a checklist: of the version in work, of the one that counts, of one out of use."""

    def act(verb: ScriptVerb, style: Style | None = None) -> Button:
        label = reader.label(f"script-button-{verb.replace('_', '-')}", version=script.version)
        return Button(label, ScriptActTap(id_of(script), verb).pack(), style)

    if script.saved_at is None:
        # What would be refused afterwards is not offered.
        more = (act(ScriptVerb.ADD),) if steps < MOST_STEPS else ()
        return (
            (act(ScriptVerb.SAVE, Style.SUCCESS), act(ScriptVerb.DROP)),
            (*more, act(ScriptVerb.RENAME), act(ScriptVerb.TYPES)),
        )
    if script.retired_at is not None:
        return ((act(ScriptVerb.BRING_BACK),),)
    if script.replaced_at is not None:
        return ()
    if worked_on is None:
        return ((act(ScriptVerb.CHANGE), act(ScriptVerb.RETIRE)),)
    go_on = Button(reader.label("script-button-go-on"), PlaybookTap(id_of(worked_on), 0).pack())
    return ((go_on, act(ScriptVerb.RETIRE)),)


def acts_on_step(reader: Reader, step: ScriptStep) -> tuple[tuple[Button, ...], ...]:
    """Make the buttons of a step that can be changed."""

    def act(verb: StepVerb) -> Button:
        label = reader.label(f"step-button-{verb.replace('_', '-')}")
        return Button(label, StepActTap(id_of(step), verb).pack())

    return (
        (act(StepVerb.TEXT), act(StepVerb.EXPECTED), act(StepVerb.FILES)),
        (act(StepVerb.ROLE), act(StepVerb.WHEN), act(StepVerb.WITHIN)),
        (act(StepVerb.UP), act(StepVerb.DOWN), act(StepVerb.OUT)),
    )
