"""Invitation links of a business as the people who make them see them."""

from markupsafe import Markup

from handlers.business.taps import InviteTap, NewLinkTap, RevokeNowTap, RevokeTap
from handlers.business.views.membership import PEOPLE
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to, to_roster_card
from models.identity import id_of
from models.invitations import Invitation
from models.members import ContactKind, Member
from models.people import Person
from services.business.links import Links

FILE_NAME = "invitation.png"


def links(reader: Reader, links: Links, *, coordinates: bool, page: int) -> Message:
    """List the living links of a business, each to be taken back, and offer to make another."""
    member, shown = links.member, page_of(links.living, page)
    lines = [_line(reader, number, *one) for number, one in enumerate(shown.items, 1)]
    parts = [reader.say("links-head", name=member.name)]
    parts.append(Markup("\n").join([reader.say("links-living"), *lines]) if lines else reader.say("links-none"))
    make = tuple(
        Button(reader.label(f"links-button-{kind}"), NewLinkTap(id_of(member), kind, links.last).pack())
        for kind in ContactKind
    )
    revoke = tuple(
        (Button(reader.label("links-button-revoke", number=number), RevokeTap(id_of(one)).pack()),)
        for number, (one, _) in enumerate(shown.items, 1)
    )
    turn = turning(shown, lambda turned: InviteTap(id_of(member), turned).pack())
    back = (
        Button(reader.label("business-button-card"), to_roster_card(member))
        if coordinates
        else to(reader, member, PEOPLE, "people-button-back")
    )
    return Message(Markup("\n\n").join(parts), rows=(make, *revoke, *turn, (back,)))


def _line(reader: Reader, number: int, one: Invitation, opener: Person | None) -> Markup:
    """Say of a link whom it is for, until when, and who opened it."""
    contact = reader.label(f"links-for-{one.contact}")
    until = reader.moment(one.expires_at)
    if opener is None:
        return reader.say("links-line", number=number, contact=contact, until=until)
    return reader.say(
        "links-line-opened", number=number, contact=contact, until=until, name=reader.known_as(opener.name)
    )


def caption(reader: Reader, member: Member, made: Invitation, *, link: str) -> str:
    """Write what stands under a link's QR code, to be forwarded as it is."""
    return reader.label(
        f"links-caption-{made.contact}", name=member.name, until=reader.moment(made.expires_at), link=link
    )


def ask_revoke(reader: Reader, member: Member, one: Invitation, opener: Person | None) -> Message:
    """Ask whether a link is to be taken back: it cannot be given again."""
    text = reader.say(
        "links-ask-revoke" if opener is None else "links-ask-revoke-opened",
        contact=reader.label(f"links-for-{one.contact}"),
        business=member.name,
        until=reader.moment(one.expires_at),
        name=reader.known_as(opener.name) if opener is not None else "",
    )
    yes = Button(reader.label("links-button-revoke-now"), RevokeNowTap(id_of(one)).pack(), Style.DANGER)
    no = Button(reader.label("links-button-keep"), InviteTap(id_of(member)).pack())
    return Message(text, rows=((no, yes),))


def revoked(reader: Reader) -> str:
    """Confirm at the top of the screen that a link was taken back."""
    return reader.label("links-revoked")
