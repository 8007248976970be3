"""What a neighbour warns of: its card, what is said of it later, and how it becomes a declaration of one's own."""

from markupsafe import Markup

from handlers.frame.views import tlp
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.reader import Reader
from handlers.peers.taps import PeersTap, ProposalPassTap, ProposalTap
from handlers.tally.taps import TallyTap
from models.identity import id_of
from models.incidents import Incident
from services.declarations.declaring import DESCRIPTION_LENGTH, TITLE_LENGTH
from services.peers import proposals
from services.peers.kinds import PeerSaid
from services.peers.proposals import ProposalSheet, ProposalStanding

# Of what was written elsewhere a card shows so much; a declaration takes more of it.
SHOWN, ADVICE, DECLARED_ADVICE, DECLARED_AREAS = 700, 300, 500, 120
LONGEST_IDENTIFIER = 120
MOST_MADE = 4


def is_open(shown: ProposalSheet) -> bool:
    """Tell whether it may still be passed on."""
    return shown.standing is ProposalStanding.OPEN


def card(reader: Reader, shown: ProposalSheet, reach: int) -> Message:
    """Show what a neighbour warns of, where it stands, and ask whether it shall be passed on."""
    proposal = shown.proposal
    parts = [
        _head(reader, shown),
        Markup("\n").join(_facts(reader, shown)),
        Markup.escape(shorten(proposal.description, SHOWN)) if proposal.description else None,
        reader.say("proposal-advice", text=shorten(proposal.instruction, ADVICE)) if proposal.instruction else None,
        _made(reader, shown),
        _question(reader, shown, reach) if is_open(shown) else _end(reader, shown),
    ]
    return Message(Markup("\n\n").join(part for part in parts if part), rows=_rows(reader, shown))


def _head(reader: Reader, shown: ProposalSheet) -> Markup:
    """Begin with the label of what is restricted, and with the word of a drill."""
    proposal = shown.proposal
    key = "proposal-head-drill" if proposal.is_drill else "proposal-head"
    said = reader.say(key, peer=shown.peer.name, headline=proposal.headline)
    label = proposals.label(proposal)
    return said if label is None else Markup(" · ").join([Markup.escape(tlp.label(label)), said])


def _facts(reader: Reader, shown: ProposalSheet) -> list[Markup]:
    proposal = shown.proposal
    lines = []
    if proposal.sender_name:
        lines.append(reader.say("proposal-by", name=proposal.sender_name))
    if proposal.areas:
        lines.append(reader.say("proposal-where", areas=proposal.areas))
    lines.append(
        reader.say("proposal-when", sent=reader.moment(shown.message.sent_at), until=reader.moment(proposal.expires_at))
    )
    return lines


def _end(reader: Reader, shown: ProposalSheet) -> Markup:
    proposal = shown.proposal
    at = proposal.expires_at if shown.standing is ProposalStanding.EXPIRED else proposal.changed_at
    return reader.say(f"proposal-is-{shown.standing}", peer=shown.peer.name, at=reader.moment(at))


def _question(reader: Reader, shown: ProposalSheet, reach: int) -> Markup:
    if reach == 0:
        return reader.say("proposal-reaches-nobody")
    key = "proposal-asks-drill" if shown.proposal.is_drill else "proposal-asks"
    return reader.say(key, count=reach, whom=_whom(reader, shown))


def _whom(reader: Reader, shown: ProposalSheet) -> str:
    sectors = proposals.sectors(shown.proposal)
    names = "-".join(sectors) or "all"
    return reader.label(f"proposal-whom-{names}")


def _made(reader: Reader, shown: ProposalSheet) -> Markup | None:
    if not shown.made:
        return None
    return reader.say("proposal-made", codes=", ".join(one.code for one in shown.made))


def _rows(reader: Reader, shown: ProposalSheet) -> tuple[tuple[Button, ...], ...]:
    proposal_id = id_of(shown.proposal)
    passing = Button(reader.label("proposal-button-pass"), ProposalPassTap(proposal_id).pack(), Style.PRIMARY)
    back = Button(reader.label("proposal-button-list"), PeersTap(0).pack())
    return (*(((passing,),) if is_open(shown) else ()), *_incidents(shown), (back,))


def _incidents(shown: ProposalSheet) -> tuple[tuple[Button, ...], ...]:
    return tuple((_incident(one),) for one in shown.made[-MOST_MADE:])


def _incident(incident: Incident) -> Button:
    return Button(incident.code, TallyTap(id_of(incident)).pack())


def said(reader: Reader, shown: ProposalSheet, told: PeerSaid) -> Message:
    """Say what the neighbour said later, and name what was made here of what it said before."""
    what = "again" if told.is_again else told.state
    key = f"proposal-said-{what}-drill" if shown.proposal.is_drill else f"proposal-said-{what}"
    parts = [
        reader.say(key, peer=shown.peer.name, headline=shown.proposal.headline),
        reader.say("proposal-look-again", codes=", ".join(one.code for one in shown.made)) if shown.made else None,
    ]
    return Message(
        Markup("\n\n").join(part for part in parts if part), rows=((_look(reader, shown),), *_incidents(shown))
    )


def joined(reader: Reader, shown: ProposalSheet) -> Message:
    """Say on the card of what turned out to be the same as another where that one is."""
    key = "proposal-joined-drill" if shown.proposal.is_drill else "proposal-joined"
    said = reader.say(key, peer=shown.peer.name, headline=shown.proposal.headline)
    return Message(said, rows=((_look(reader, shown),),))


def _look(reader: Reader, shown: ProposalSheet) -> Button:
    return Button(reader.label("proposal-button-look"), ProposalTap(id_of(shown.proposal)).pack())


def meanwhile(reader: Reader, shown: ProposalSheet, *, is_newer: bool) -> Markup | None:
    """Say what has changed since a declaration was begun; None where nothing has."""
    lines = []
    if is_newer:
        lines.append(reader.say("proposal-meanwhile-newer", peer=shown.peer.name))
    if shown.made:
        lines.append(reader.say("proposal-meanwhile-made", codes=", ".join(one.code for one in shown.made)))
    return Markup("\n").join(lines) if lines else None


def source_button(reader: Reader, shown: ProposalSheet) -> Button:
    """Lead to what an incident was made from; one that was taken back says so."""
    return Button(
        reader.label(f"proposal-source-{shown.standing}", peer=shorten(shown.peer.name, 14)),
        ProposalTap(id_of(shown.proposal)).pack(),
    )


def title(reader: Reader, shown: ProposalSheet) -> str:
    """Make the title of what is passed on: whose it is, and what."""
    whole = reader.label("proposal-title", peer=shown.peer.name, headline=shown.proposal.headline)
    return shorten(whole, TITLE_LENGTH - 2)


def description(reader: Reader, shown: ProposalSheet) -> str:
    """Make the text of what is passed on; for where, whose words they are, and by which message, stands below them."""
    proposal, message = shown.proposal, shown.message
    source = reader.label(
        "proposal-source",
        peer=shown.peer.name,
        sender=shorten(message.sender, LONGEST_IDENTIFIER),
        identifier=message.identifier[:LONGEST_IDENTIFIER],
        at=reader.moment(message.sent_at),
    )
    advice = shorten(proposal.instruction, DECLARED_ADVICE)
    below = [reader.label("proposal-advice-declared", text=advice)] if advice else []
    if proposal.areas:
        below.append(reader.label("proposal-area-declared", areas=shorten(proposal.areas, DECLARED_AREAS)))
    room = DESCRIPTION_LENGTH - sum(len(one) + 2 for one in (*below, source)) - 4
    return "\n".join([shorten(proposal.description or proposal.headline, room), *below, source])
