"""What an inline query finds: results for one person, and cards that everybody in a chat may read."""

from datetime import datetime

from handlers.frame.links import Link, LinkWord
from handlers.frame.office import Office
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, InlineResult, Message
from handlers.frame.views.reader import Reader
from models.identity import id_of
from models.members import Member, MemberStatus
from services.members.entry_words import short_name
from services.people import businesses
from services.places import communes
from services.roster.search import Item

# The button above the results holds no more.
BUTTON_LENGTH = 64
ECHOED = 20
# How a link says the opening page: as the card of no business.
NOBODY = "0"
Invitation = tuple[str, str]


def register(reader: Reader) -> Invitation:
    """Invite a stranger to register."""
    return reader.label("inline-register"), Link(LinkWord.REGISTER).pack()


def none(reader: Reader, text: str, *, has_nearest: bool) -> Invitation:
    """Say what was not found, and lead to the roster."""
    key = "inline-nearest" if has_nearest else "inline-none"
    return reader.label(key, text=shorten(text, ECHOED))[:BUTTON_LENGTH], Link(LinkWord.MEMBER, NOBODY).pack()


def result(reader: Reader, item: Item, *, office: Office, now: datetime) -> InlineResult:
    """Make one find: what the person sees in the list, and the card that choosing it sends to the chat."""
    member = item.member
    sectors = " · ".join(reader.label(f"sector-{sector}") for sector in item.sectors)
    commune = communes.commune(member.commune_code).name
    return InlineResult(
        id=str(id_of(member)),
        title=short_name(member.name),
        description=reader.label(
            "inline-description", sectors=sectors, commune=commune, standing=_state(reader, member, now=now)
        ),
        message=_card(reader, member, sectors=sectors, commune=commune, office=office),
    )


def _state(reader: Reader, member: Member, *, now: datetime) -> str:
    if member.status is not MemberStatus.APPROVED:
        return reader.label(f"roster-state-{member.status}")
    if businesses.is_away(member, now=now) and member.unavailable_until is not None:
        return reader.label("inline-away", until=reader.short_moment(member.unavailable_until, now))
    return reader.label("inline-available")


def _card(reader: Reader, member: Member, *, sectors: str, commune: str, office: Office) -> Message:
    """Make the card that goes to a chat: no phone, nobody's name, no word of where the business stands."""
    link = office.link(Link(LinkWord.MEMBER, str(id_of(member))).pack())
    return Message(
        reader.say("inline-card", name=member.name, sectors=sectors, commune=commune),
        rows=((Button(reader.label("inline-button-people"), url=link),),),
    )
