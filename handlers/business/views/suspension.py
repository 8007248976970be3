"""Suspending a business and reinstating it, and what people are told of both."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.business.taps import SuspensionTap
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, MemberStatus
from services.business import suspension
from services.business.suspension import SuspensionOutlook

SUSPEND, REINSTATE, REINSTATE_NOW, KEEP, MERGE = "suspend", "reinstate", "now", "keep", "merge"
REASON, CONFIRM, CHANGE = "reason", "confirm", "change"
READY_MADE = ("unreachable", "data", "licence", "rules")
CODES = 6
# What is told only as long as it is so, by the word of the news.
STATUS_TOLD = {
    suspension.SUSPENDED: MemberStatus.SUSPENDED,
    suspension.MEMBER_SUSPENDED: MemberStatus.SUSPENDED,
    suspension.REINSTATED: MemberStatus.APPROVED,
    suspension.MEMBER_REINSTATED: MemberStatus.APPROVED,
}
Rows = tuple[tuple[Button, ...], ...]


def coordinator_rows(reader: Reader, member: Member) -> Rows:
    """Make the buttons to suspend, reinstate or merge a business, for the foot of its card."""
    merge = _button(reader, "suspension-button-merge", member, MERGE)
    match member.status:
        case MemberStatus.APPROVED:
            return ((_button(reader, "suspension-button-suspend", member, SUSPEND), merge),)
        case MemberStatus.SUSPENDED:
            return ((_button(reader, "suspension-button-reinstate", member, REINSTATE),),)
        case MemberStatus.INVITED:
            return ((merge,),)
    return ()


def _button(reader: Reader, key: str, member: Member, verb: str, style: Style | None = None) -> Button:
    return Button(reader.label(key), SuspensionTap(id_of(member), verb).pack(), style)


def codes(found: Sequence[str]) -> str:
    """Write the first of some codes."""
    return ", ".join(found[:CODES]) + ("…" if len(found) > CODES else "")


def ask_reason(reader: Reader, draft: Draft, member: Member) -> Message:
    """Ask why a business is suspended; some words are ready-made."""
    rows = tuple(
        (dialogues.button(draft, REASON, reader.label(f"suspension-reason-{key}"), key),) for key in READY_MADE
    )
    way_out = dialogues.way_out(reader, draft, back=False)
    return Message(reader.say("suspension-ask", member=member.name), rows=(*rows, way_out))


def ready_made(reader: Reader, key: str) -> str:
    """Give the ready-made words of a button."""
    return reader.label(f"suspension-reason-{key}")


def preview(reader: Reader, draft: Draft, ahead: SuspensionOutlook, reason: str) -> Message:
    """Show what a suspension means and the words that go out, to be confirmed."""
    lines = [
        reader.say("suspension-preview", member=ahead.member.name, reason=reader.own(reason), people=ahead.people),
        *_under_way(reader, ahead),
    ]
    confirm = dialogues.of_step(draft, dialogues.NEXT, reader.label("suspension-button-confirm"))
    change = dialogues.button(draft, CHANGE, reader.label("suspension-button-change"))
    return Message(Markup("\n").join(lines), rows=((confirm,), (change,), dialogues.way_out(reader, draft, back=False)))


def _under_way(reader: Reader, ahead: SuspensionOutlook) -> list[Markup]:
    lines = []
    if ahead.incidents:
        lines.append(reader.say("suspension-incidents", codes=codes([one.code for one in ahead.incidents])))
    if ahead.tasks:
        lines.append(reader.say("suspension-tasks", codes=codes([one.code for one in ahead.tasks])))
    return lines


def suspended(reader: Reader, ahead: SuspensionOutlook) -> Message:
    """Confirm a suspension, with the tasks that nobody does now."""
    parts = [reader.say("suspension-done", member=ahead.member.name)]
    if ahead.tasks:
        parts.append(reader.say("suspension-done-tasks", codes=codes([one.code for one in ahead.tasks])))
    return Message(Markup("\n\n").join(parts))


def ask_reinstatement(reader: Reader, member: Member) -> Message:
    """Ask whether a business is really to be reinstated."""
    text = reader.say("reinstatement-ask", member=member.name, reason=reader.own(member.suspended_because or "—"))
    now = _button(reader, "reinstatement-button-confirm", member, REINSTATE_NOW, Style.SUCCESS)
    keep = _button(reader, "reinstatement-button-keep", member, KEEP)
    return Message(text, rows=((now,), (keep,)))


def reinstated(reader: Reader, member: Member) -> Message:
    """Confirm that a business takes part again."""
    return Message(reader.say("reinstatement-done", member=member.name))


def kept(reader: Reader) -> Message:
    """Say that nothing was done."""
    return Message(reader.say("suspension-kept"))


def told(reader: Reader, what: str, member: Member, *, department: str) -> Message:
    """Tell that a business was suspended or reinstated, to its people or to coordinators (member-…)."""
    text = reader.say(
        f"membership-{what}",
        member=member.name,
        reason=reader.own(member.suspended_because or "—"),
        department=department,
    )
    return Message(text)
