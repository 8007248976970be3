"""A business's own group: the link that binds it, how it stands, and what is said in it."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to_card
from handlers.groups.taps import GroupTap
from models.groups import Group
from models.identity import id_of
from models.members import Member

SHOW, LINK, ASK, UNBIND, TOPIC = "show", "link", "ask", "unbind", "topic"


def choose(reader: Reader, businesses: Sequence[Member]) -> Message:
    """Ask of which business, or say that the person speaks for none."""
    if not businesses:
        return Message(reader.say("groups-none"), rows=((_menu(reader),),))
    rows = tuple((Button(one.name[:60], _tap(one, SHOW)),) for one in businesses)
    return Message(reader.say("groups-choose"), rows=(*rows, (_menu(reader),)))


def invitation(reader: Reader, member: Member, *, url: str, until: datetime, instead: bool) -> Message:
    """Give the link by which Telegram lets the person choose a group; `instead` of the one that is bound."""
    parts = [
        reader.say("groups-link", member=member.name, until=reader.moment(until)),
        reader.say("groups-link-instead") if instead else None,
        reader.say("groups-confidential"),
        reader.say("groups-link-anonymous"),
    ]
    rows = ((Button(reader.label("button-group-choose"), url=url),), to_card(reader, member))
    return Message(Markup("\n\n").join(part for part in parts if part), rows=rows)


def unbound(reader: Reader, member: Member) -> Message:
    """Say that a business has no group, and who binds one."""
    return Message(reader.say("groups-unbound", member=member.name), rows=(to_card(reader, member),))


def bound(reader: Reader, member: Member, group: Group, *, may_bind: bool) -> Message:
    """Show which group a business has, and since when."""
    text = reader.say("groups-bound", member=member.name, title=group.title, at=reader.moment(group.bound_at))
    rows = [(Button(reader.label("button-group-unbind"), _tap(member, ASK), Style.DANGER),), to_card(reader, member)]
    if may_bind:
        rows.insert(0, (Button(reader.label("button-group-change"), _tap(member, LINK)),))
    return Message(text, rows=tuple(rows))


def ask(reader: Reader, member: Member, group: Group) -> Message:
    """Ask whether to let a group go."""
    rows = (
        (Button(reader.label("button-group-unbind-now"), _tap(member, UNBIND), Style.DANGER),),
        (Button(reader.label("button-group-keep"), _tap(member, SHOW)),),
    )
    return Message(reader.say("groups-ask", member=member.name, title=group.title), rows=rows)


def let_go(reader: Reader, member: Member) -> Message:
    """Confirm that a group was let go, to the person who did it in private."""
    return Message(reader.say("groups-let-go", member=member.name), rows=(to_card(reader, member),))


def welcome(reader: Reader, member: Member) -> Message:
    """Say in a group that was bound what will appear there, who answers, and how to let it go."""
    parts = [reader.say("groups-welcome", member=member.name), reader.say("groups-confidential")]
    return Message(Markup("\n\n").join(parts))


def here(reader: Reader, member: Member, *, elsewhere: bool = False) -> Message:
    """Say in a group whose it is, with the button that lets it go; in another topic, the one that brings it here."""
    row = (Button(reader.label("button-group-unbind"), _tap(member, ASK)),)
    if not elsewhere:
        return Message(reader.say("groups-here", member=member.name), rows=(row,))
    bring = (Button(reader.label("button-group-topic"), _tap(member, TOPIC)),)
    return Message(reader.say("groups-elsewhere", member=member.name), rows=(bring, row))


def topic_chosen(reader: Reader, member: Member) -> Message:
    """Confirm in a topic that the business's messages appear there from now on."""
    return Message(reader.say("groups-topic-chosen", member=member.name))


def let_go_here(reader: Reader, member: Member) -> Message:
    """Say in a group that nothing of the business appears there any more."""
    return Message(reader.say("groups-let-go-here", member=member.name))


def how_to_bind(reader: Reader, *, url: str) -> Message:
    """Say in a group that is nobody's how it becomes a business's."""
    return Message(reader.say("groups-how-to-bind"), rows=((Button(reader.label("button-group-bind"), url=url),),))


def told_bound(reader: Reader, member: Member, group: Group) -> Message:
    """Tell a primary contact that somebody bound a group."""
    rows = ((Button(reader.label("button-group-show"), _tap(member, SHOW)),),)
    return Message(reader.say("groups-told-bound", member=member.name, title=group.title), rows=rows)


def told_unbound(reader: Reader, member: Member) -> Message:
    """Tell a primary contact that somebody let the group go."""
    rows = ((Button(reader.label("button-group-show"), _tap(member, SHOW)),),)
    return Message(reader.say("groups-told-unbound", member=member.name), rows=rows)


def told_lost(reader: Reader, member: Member) -> Message:
    """Tell a primary contact that the bot is not in the group any more."""
    rows = ((Button(reader.label("button-group-show"), _tap(member, SHOW)),),)
    return Message(reader.say("groups-told-lost", member=member.name), rows=rows)


def told_out_of_reach(reader: Reader, member: Member) -> Message:
    """Tell a coordinator that a business's group cannot be written to."""
    return Message(reader.say("groups-told-out-of-reach", member=member.name), rows=(to_card(reader, member),))


def anonymous(reader: Reader) -> Message:
    """Tell an anonymous admin how to be known: Telegram does not say who writes."""
    return Message(reader.say("groups-anonymous"))


def _tap(member: Member, verb: str) -> str:
    return GroupTap(id_of(member), verb).pack()


def _menu(reader: Reader) -> Button:
    return Button(reader.label("button-menu"), MenuTap("menu").pack())
