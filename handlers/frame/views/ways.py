"""Buttons that lead to another wing: to a business's own card, to its card in the roster, to the private chat."""

from handlers.business.taps import BusinessTap
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.roster.taps import MemberTap
from models.identity import id_of
from models.members import Member

# The verbs of `BusinessTap` and of `MemberTap` that show a business's card.
CARD, SHOW = "card", "show"


def to(reader: Reader, member: Member, verb: str, key: str, style: Style | None = None) -> Button:
    """Make a button that leads to a page of a business; `key` is its text's."""
    return Button(reader.label(key), BusinessTap(id_of(member), verb).pack(), style)


def to_card(reader: Reader, member: Member) -> tuple[Button, ...]:
    """Make the row that leads back to a business's card."""
    return (to(reader, member, CARD, "business-button-card"),)


def to_roster_card(member: Member) -> str:
    """Make the data of a button that shows a business's card in the roster."""
    return MemberTap(id_of(member), SHOW, 0).pack()


def hint(reader: Reader, *, url: str) -> Message:
    """Say in a group, briefly, where commands belong."""
    return Message(reader.say("groups-hint"), rows=((Button(reader.label("button-open-bot"), url=url),),), quiet=True)


def only_coordinators(reader: Reader) -> Message:
    """Say in the operations group, briefly, whose its commands are."""
    return Message(reader.say("operations-only-coordinators"), quiet=True)
