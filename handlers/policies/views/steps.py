"""The steps of a change: what is to be changed, one part after the other, then the trial and saving."""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.policies.forms import PolicyForm
from handlers.policies.views.pages import Trial, lines, trial_text
from handlers.policies.views.words import circle_name, minutes, quiet_text, severity_name
from models.circles import WaveCircle
from models.drafts import Draft
from models.people import Role
from services.policies import editing
from services.policies.editing import ESCALATION, MOST_MINUTES, MOST_READY, MOST_STEPS, NUMBERS, REPORTS
from services.policies.simulation import Scenario
from services.policies.terms import Policy
from services.policies.versions import UNSEEN_REPORT

# The steps.
HOME, REMINDERS, WAVES, WAVE, QUIET, RAISE, TIMES, NUMBER, TRY = (
    *("home", "reminders", "waves", "wave", "quiet", "raise", "times", "number", "try"),
)
# Those to which the first leads, and those that are answered in words.
PARTS = (REMINDERS, WAVES, QUIET, RAISE, TIMES, TRY)
WRITTEN = (REMINDERS, WAVE, QUIET, RAISE, NUMBER)
# What buttons of the steps say.
PART, TOLD, NONE, SUGGESTED, CIRCLE, ITEM, SCENARIO, SAVE = (
    *("part", "told", "none", "suggested", "circle", "item", "scenario", "save"),
)
ITEMS = (*NUMBERS, ESCALATION, REPORTS)
Rows = tuple[tuple[Button, ...], ...]


def step(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    """Make the message of a step."""
    return STEPS[draft.step](reader, draft, form)


def _home(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    text = Markup("\n\n").join(
        [
            reader.say("policy-edit-head", severity=severity_name(reader, form.severity)),
            Markup("\n").join(lines(reader, form.severity, form.policy)),
        ]
    )
    reminders, waves, quiet, raising, times, trying = (
        button(draft, PART, reader.label(f"policy-button-{part}"), part) for part in PARTS
    )
    ticked = "☑" if Role.OBSERVER in form.policy.told else "☐"
    telling = button(draft, TOLD, f"{ticked} {reader.label('policy-button-observers')}")
    trying = Button(trying.text, trying.data, Style.PRIMARY)
    rows = ((reminders, waves), (quiet, raising), (times, telling), (trying,), way_out(reader, draft, back=False))
    return Message(text, rows=rows)


def _reminders(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    text = reader.say("policy-ask-reminders", now=minutes(reader, form.policy.reminders), limit=MOST_STEPS)
    return Message(text, rows=(_without(reader, draft), way_out(reader, draft)))


def _without(reader: Reader, draft: Draft) -> tuple[Button, ...]:
    return (button(draft, NONE, reader.label("policy-button-none")),)


def _waves(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    buttons = [button(draft, CIRCLE, _circle_label(reader, form.policy, one), one) for one in WaveCircle]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    suggested = button(draft, SUGGESTED, reader.label("policy-button-suggested"))
    return Message(reader.say("policy-ask-waves"), rows=(*rows, (suggested,), way_out(reader, draft)))


def _circle_label(reader: Reader, policy: Policy, circle: WaveCircle) -> str:
    """Name a circle in short, with its minutes if it is called."""
    wave = next((one for one in policy.waves if one.circle is circle), None)
    name = reader.label(f"circle-short-{circle.replace('_', '-')}")
    return reader.label("policy-circle-after", circle=name, minutes=str(wave.after)) if wave else name


def _wave(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    text = reader.say("policy-ask-wave", circle=circle_name(reader, form.circle), limit=MOST_MINUTES, ready=MOST_READY)
    planned = form.circle in [one.circle for one in form.policy.waves]
    without = ((button(draft, NONE, reader.label("policy-button-no-wave")),),) if planned else ()
    return Message(text, rows=(*without, way_out(reader, draft)))


def _quiet(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    text = reader.say("policy-ask-quiet", now=quiet_text(reader, form.policy.quiet))
    return Message(text, rows=(_without(reader, draft), way_out(reader, draft)))


def _raise(reader: Reader, draft: Draft, _form: PolicyForm) -> Message:
    text = reader.say("policy-ask-raise", limit=MOST_MINUTES)
    return Message(text, rows=(_without(reader, draft), way_out(reader, draft)))


def _times(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    shown = [one for one in ITEMS if one != REPORTS or form.severity is UNSEEN_REPORT]
    buttons = [button(draft, ITEM, reader.label(f"policy-item-{one.replace('_', '-')}"), one) for one in shown]
    rows = tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))
    return Message(reader.say("policy-ask-times"), rows=(*rows, way_out(reader, draft)))


def _number(reader: Reader, draft: Draft, form: PolicyForm) -> Message:
    said = editing.said_of(form.policy, form.item)
    key = f"policy-ask-{form.item.replace('_', '-')}"
    text = reader.say(key, now=minutes(reader, said), limit=MOST_MINUTES)
    return Message(text, rows=(way_out(reader, draft),))


def try_out(reader: Reader, draft: Draft, trial: Trial) -> Message:
    """Show what the changed policy would do, and offer to save it."""
    form = PolicyForm.of(draft)
    other = Scenario.SOME if trial.scenario is Scenario.SILENCE else Scenario.SILENCE
    save = button(draft, SAVE, reader.label("policy-button-save"))
    rows = (
        (button(draft, SCENARIO, reader.label(f"policy-button-{other}"), other),),
        (Button(save.text, save.data, Style.PRIMARY),),
        way_out(reader, draft),
    )
    text = Markup("\n\n").join([trial_text(reader, form.severity, trial), reader.say("policy-ask-save")])
    return Message(text, rows=rows)


STEPS: Mapping[str, Callable[[Reader, Draft, PolicyForm], Message]] = {
    HOME: _home,
    REMINDERS: _reminders,
    WAVES: _waves,
    WAVE: _wave,
    QUIET: _quiet,
    RAISE: _raise,
    TIMES: _times,
    NUMBER: _number,
}
