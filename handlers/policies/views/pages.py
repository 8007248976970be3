"""Policies as they are: the list, one severity's, and what it would do on a night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.policies.taps import PolicyTap
from handlers.policies.views.words import circle_name, minutes, quiet_text, severity_name, wave_text
from models.incidents import ReminderKind, Severity
from models.people import Role
from models.policies import PolicyVersion
from services.policies import simulation
from services.policies.simulation import CALLED, PER_CENT, Flag, Scenario, Tried
from services.policies.terms import Policy
from services.policies.versions import UNSEEN_REPORT

SHOW, EDIT = "show", "edit"


@dataclass(frozen=True)
class Trial:
    """What a policy would do in a scenario after an alert at `since`, and which of its steps can never do anything.

    `businesses` is how many there are in the network.
    """

    policy: Policy
    scenario: Scenario
    since: datetime
    tried: Sequence[Tried]
    flags: Sequence[Flag]
    businesses: int


def policies(reader: Reader, known: Mapping[Severity, Policy]) -> Message:
    """List the policies in short, the gravest first."""
    order = list(reversed(Severity))
    lines = [
        reader.say(
            "policy-line",
            severity=severity_name(reader, one),
            reminders=minutes(reader, known[one].reminders),
            waves=len(known[one].waves),
        )
        for one in order
    ]
    buttons = [Button(severity_name(reader, one), PolicyTap(SHOW, one).pack()) for one in order]
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    text = Markup("\n\n").join([reader.say("policies-head"), Markup("\n").join(lines), reader.say("policies-meaning")])
    return Message(text, rows=(*((one,) for one in buttons), (menu,)))


def policy(
    reader: Reader, severity: Severity, shown: Policy, version: PolicyVersion | None, *, businesses: int
) -> Message:
    """Show what a severity's policy says, and offer to try it out and to change it."""
    since = (
        reader.say("policy-since", number=version.number, at=reader.day(version.since))
        if version
        else reader.say("policy-as-it-came")
    )
    flags = flag_lines(reader, simulation.flags(shown, severity=severity), shown, businesses)
    text = Markup("\n\n").join(
        [
            Markup("\n").join([reader.say("policy-head", severity=severity_name(reader, severity)), since]),
            Markup("\n").join([*lines(reader, severity, shown), *flags]),
        ]
    )
    edit = Button(reader.label("policy-button-edit"), PolicyTap(EDIT, severity).pack(), Style.PRIMARY)
    scenarios = tuple(Button(reader.label(f"policy-button-{one}"), PolicyTap(one, severity).pack()) for one in Scenario)
    back = Button(reader.label("button-back"), MenuTap("policies").pack())
    return Message(text, rows=((edit,), scenarios, (back,)))


def lines(reader: Reader, severity: Severity, shown: Policy) -> list[Markup]:
    """Say what a policy says, a line for each of its parts."""
    waves = reader.label("policy-and-then").join(wave_text(reader, wave) for wave in shown.waves)
    parts = [
        reader.say("policy-reminders", minutes=minutes(reader, shown.reminders)),
        reader.say("policy-waves", waves=waves or reader.label("policy-none")),
        reader.say("policy-quiet", hours=quiet_text(reader, shown.quiet)),
        reader.say("policy-raise", minutes=shown.raise_after) if shown.raise_after else reader.say("policy-no-raise"),
        reader.say("policy-told-observers" if Role.OBSERVER in shown.told else "policy-told"),
        reader.say(
            "policy-updates",
            every=shown.update_every,
            silence=shown.command_silence,
            stand_down=shown.stand_down_after,
        ),
        reader.say("policy-tasks", spacing=shown.task_spacing, time=shown.task_time),
        escalation_line(reader, shown),
    ]
    if severity is UNSEEN_REPORT:
        parts.append(reader.say("policy-reports", minutes=minutes(reader, shown.reports)))
    return parts


def escalation_line(reader: Reader, shown: Policy) -> Markup:
    """Say what follows by itself once those above are called."""
    times = shown.escalation
    return reader.say("policy-escalation", answer=times.answer, meeting=times.meeting, on_site=times.answer_on_site)


def flag_lines(reader: Reader, found: Sequence[Flag], policy: Policy, businesses: int) -> list[Markup]:
    """Say which steps can never do anything, and why, and which wait for nothing."""
    always = [circle_name(reader, one) for one in simulation.always(policy, businesses=businesses)]
    waiting = [reader.say("policy-always", circles="; ".join(always), count=businesses)] if always else []
    never = [
        reader.say(
            f"policy-never-{flag.why.replace('_', '-')}",
            circle=circle_name(reader, flag.circle) if flag.circle else "",
        )
        for flag in found
    ]
    return [*never, *waiting]


def trial_as_it_is(reader: Reader, severity: Severity, trial: Trial) -> Message:
    """Show what a policy as it is would do."""
    other = Scenario.SOME if trial.scenario is Scenario.SILENCE else Scenario.SILENCE
    rows = (
        (Button(reader.label(f"policy-button-{other}"), PolicyTap(other, severity).pack()),),
        (Button(reader.label("button-back"), PolicyTap(SHOW, severity).pack()),),
    )
    return Message(trial_text(reader, severity, trial), rows=rows)


def trial_text(reader: Reader, severity: Severity, trial: Trial) -> Markup:
    """Tell in words, by the clock, what would happen."""
    head = reader.say(
        f"trial-head-{trial.scenario}",
        severity=severity_name(reader, severity),
        at=f"{trial.since:%H:%M}",
        share=PER_CENT,
        called=CALLED,
    )
    told = [
        reader.say("trial-alert", at=f"{trial.since:%H:%M}"),
        *_moments(reader, trial),
        escalation_line(reader, trial.policy),
    ]
    flags = flag_lines(reader, trial.flags, trial.policy, trial.businesses)
    return Markup("\n\n").join(Markup("\n").join(part) for part in ([head], told, flags) if part)


def _moments(reader: Reader, trial: Trial) -> list[Markup]:
    """Say what happens at each moment, all of one moment in one line."""
    by_moment: dict[datetime, list[Markup]] = {}
    for one in trial.tried:
        by_moment.setdefault(one.step.at, []).append(_step(reader, one))
    return [
        reader.say("trial-moment", at=_clock(trial, at), what=Markup(" · ").join(said))
        for at, said in by_moment.items()
    ]


def _clock(trial: Trial, at: datetime) -> str:
    local = at.astimezone(trial.since.tzinfo)
    return f"{local:%H:%M}" if local.date() == trial.since.date() else f"{local:%H:%M %d/%m}"


def _step(reader: Reader, one: Tried) -> Markup:
    """Say what a step does, or why it is not taken."""
    name = circle_name(reader, one.step.circle) if one.step.circle else ""
    if one.taken:
        return reader.say(f"trial-{one.step.kind}", circle=name)
    if one.inside:
        return reader.say("trial-inside", circle=name)
    key = "trial-not-raised" if one.step.kind is ReminderKind.RAISE else "trial-not-called"
    return reader.say(key, circle=name, ready=one.ready)


def saved(reader: Reader) -> str:
    """Confirm at the top of the screen that the policy holds from now on."""
    return reader.label("policy-saved")
