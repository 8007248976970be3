"""The operations group itself: how it is registered, what it can do, and what is wrong with it."""

from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.operations.taps import GroupVerb, OperationsGroupTap
from models.operations import OperationsGroup
from services.operations.kinds import Trouble

# What is checked, in the order in which it is shown.
CHECKED = ("topics", "manage", "pin", "hear")


def none(reader: Reader, *, url: str | None) -> Message:
    """Say that there is no operations group; an owner, who may choose one, gets the link (`url`)."""
    if url is None:
        return Message(reader.say("operations-none"), rows=((_menu(reader),),))
    choose = Button(reader.label("button-operations-choose"), url=url)
    text = Markup("\n\n").join([reader.say("operations-none"), reader.say("operations-how")])
    return Message(text, rows=((choose,), (_menu(reader),)))


def page(reader: Reader, group: OperationsGroup, *, is_owner: bool, now: datetime) -> Message:
    """Show how the group stands, as a list of what works and how to mend what does not."""
    since = reader.moment(group.registered_at)
    head = reader.say("operations-page", title=group.title, since=since)
    parts = [head, Markup("\n").join(_checklist(reader, group, now))]
    rows = [(_button(reader, GroupVerb.CHECK, "button-operations-check"),)]
    if is_owner:
        rows.append((_button(reader, GroupVerb.ASK, "button-operations-let-go", Style.DANGER),))
    return Message(Markup("\n\n").join(parts), rows=(*rows, (_menu(reader),)))


def _checklist(reader: Reader, group: OperationsGroup, now: datetime) -> list[Markup]:
    if group.checked_at is None:
        return [reader.say("operations-checking")]
    found = (group.is_forum, group.may_manage_topics, group.may_pin, group.hears_all)
    standing = [f"{what}-{'yes' if works else 'no'}" for what, works in zip(CHECKED, found, strict=True)]
    lines = [reader.say(f"operations-{each}") for each in standing]
    if not (group.is_forum and group.may_manage_topics):
        lines.append(reader.say("operations-without"))
    return [*lines, reader.say("operations-checked", at=reader.short_moment(group.checked_at, now))]


def gone(reader: Reader) -> Message:
    """Say that the group of this page is the operations group no more."""
    return Message(reader.say("operations-gone"), rows=((_menu(reader),),))


def ask_let_go(reader: Reader, group: OperationsGroup) -> Message:
    """Ask whether to let the group go."""
    rows = (
        (_button(reader, GroupVerb.LET_GO, "button-operations-let-go-now", Style.DANGER),),
        (_button(reader, GroupVerb.SHOW, "button-operations-keep"),),
    )
    return Message(reader.say("operations-ask", title=group.title), rows=rows)


def let_go(reader: Reader, group: OperationsGroup) -> Message:
    """Confirm that the group was let go."""
    return Message(reader.say("operations-let-go", title=group.title), rows=((_menu(reader),),))


def registered(reader: Reader) -> Message:
    """Say in the group what it is from now on, and what that means."""
    return Message(reader.say("operations-registered"))


def here(reader: Reader) -> Message:
    """Say in the group what it is."""
    return Message(reader.say("operations-here"))


def trouble(reader: Reader, group: OperationsGroup, what: Trouble) -> Message:
    """Tell a coordinator what is wrong with the group, and how to mend it."""
    text = reader.say(f"operations-trouble-{what.replace('_', '-')}", title=group.title)
    return Message(text, rows=((_button(reader, GroupVerb.SHOW, "button-operations-show"),),))


def anonymous(reader: Reader) -> Message:
    """Tell an anonymous admin how to be known: Telegram does not say who writes."""
    return Message(reader.say("operations-anonymous"))


def unknown_author(reader: Reader, *, url: str) -> Message:
    """Say that the words of somebody whom the bot does not know are not kept, and how to be known."""
    return Message(reader.say("operations-unknown-author"), rows=((Button(reader.label("button-open-bot"), url=url),),))


def former_author(reader: Reader) -> Message:
    """Say that the words of somebody who has no role of the staff any more are not kept."""
    return Message(reader.say("operations-former-author"))


def follows(reader: Reader) -> str:
    """Say that something comes into the private chat."""
    return reader.label("operations-follows")


def checking(reader: Reader) -> str:
    """Say that Telegram is asked how the group stands."""
    return reader.label("operations-check-follows")


def _button(reader: Reader, verb: GroupVerb, key: str, style: Style | None = None) -> Button:
    return Button(reader.label(key), OperationsGroupTap(verb).pack(), style)


def _menu(reader: Reader) -> Button:
    return Button(reader.label("button-menu"), MenuTap("menu").pack())
