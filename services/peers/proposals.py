"""What a neighbour warns of, to be passed on by hand: what a declaration made from it begins with and remembers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind, IncidentType, Severity
from models.members import Sector
from models.peers import Peer, PeerDeclaration, PeerMessage, PeerProposal, ProposalState
from models.tlp import Tlp
from services.ground.refusals import Refusal
from services.incidents import audience
from services.incidents.audience import Wanted
from services.notation.tlp import label_in

SEVERITIES = {
    "Extreme": Severity.CRITICAL,
    "Severe": Severity.SERIOUS,
    "Moderate": Severity.MEDIUM,
    "Minor": Severity.LOW,
}
# The standard's words for what natural hazards are.
HAZARDS = frozenset({"Geo", "Met", "Fire"})
# A list shows what is not too old to be passed on.
SHOWN_FOR = timedelta(days=7)
MOST_SHOWN = 8


class ProposalUnknown(Refusal):
    """No such proposal is there."""


class ProposalEnded(Refusal):
    """The neighbour has taken it back, or said that it is over: it is passed on no longer."""


class ProposalExpired(Refusal):
    """It stood until `until`, as the neighbour said: it is passed on no longer."""


class ExerciseOnly(Refusal):
    """The neighbour's alert is of an exercise: nothing but a drill can be made of it."""


class ProposalStanding(StrEnum):
    """Where a proposal stands now, as coordinators are told."""

    OPEN = "open"
    OVER = "over"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True)
class ProposalSheet:
    """A proposal, where it stands, whose it is, its newest message, and what was made from it here."""

    proposal: PeerProposal
    standing: ProposalStanding
    peer: Peer
    message: PeerMessage
    made: Sequence[Incident]


async def by_id(session: AsyncSession, *, proposal_id: int) -> PeerProposal:
    """Find a proposal, or the one to which it belongs by now; raises ProposalUnknown."""
    proposal = await session.get(PeerProposal, proposal_id)
    if proposal is None or proposal.proposed_at is None:
        raise ProposalUnknown
    return proposal if proposal.joined_id is None else await session.get_one(PeerProposal, proposal.joined_id)


def standing(proposal: PeerProposal, *, now: datetime) -> ProposalStanding:
    """Tell where a proposal stands: what nobody has ended may have expired."""
    if proposal.state is ProposalState.OPEN and proposal.expires_at <= now:
        return ProposalStanding.EXPIRED
    return ProposalStanding(proposal.state)


async def sheet(session: AsyncSession, *, proposal: PeerProposal, now: datetime) -> ProposalSheet:
    """Gather what coordinators read of a proposal."""
    newest = (
        select(PeerMessage)
        .where(PeerMessage.proposal_id == id_of(proposal))
        .order_by(col(PeerMessage.sent_at).desc(), col(PeerMessage.id).desc())
    )
    message = (await session.exec(newest.limit(1))).one()
    peer = await session.get_one(Peer, proposal.peer_id)
    made = await made_from(session, proposal=proposal)
    return ProposalSheet(proposal, standing(proposal, now=now), peer, message, made)


async def made_from(session: AsyncSession, *, proposal: PeerProposal) -> Sequence[Incident]:
    """List what was declared from a proposal, the first first."""
    query = (
        select(Incident)
        .join(PeerDeclaration, col(PeerDeclaration.draft_key) == col(Incident.draft_key))
        .where(PeerDeclaration.proposal_id == id_of(proposal))
        .order_by(col(Incident.id))
    )
    return (await session.exec(query)).all()


async def source_of(session: AsyncSession, *, incident: Incident) -> tuple[PeerProposal, PeerMessage] | None:
    """Tell from what, and from which message of it, an incident was made."""
    query = (
        select(PeerProposal, PeerMessage)
        .join(PeerDeclaration, col(PeerDeclaration.proposal_id) == col(PeerProposal.id))
        .join(PeerMessage, col(PeerMessage.id) == col(PeerDeclaration.message_id))
        .where(PeerDeclaration.draft_key == incident.draft_key)
    )
    return (await session.exec(query)).first()


async def recent(session: AsyncSession, *, now: datetime) -> Sequence[tuple[PeerProposal, Peer]]:
    """List what neighbours warned of within the last days, the newest first."""
    query = (
        select(PeerProposal, Peer)
        .join(Peer, col(Peer.id) == col(PeerProposal.peer_id))
        .where(col(PeerProposal.proposed_at) > now - SHOWN_FOR, col(PeerProposal.joined_id).is_(None))
        .order_by(col(PeerProposal.id).desc())
        .limit(MOST_SHOWN)
    )
    return (await session.exec(query)).all()


def sectors(proposal: PeerProposal) -> tuple[Sector, ...]:
    """Tell which sectors it concerns; none is all of them."""
    said = set(proposal.categories.split())
    if "Security" in said:
        return (Sector.TELECOM, Sector.IT)
    return (Sector.TELECOM,) if "Infra" in said and not said & HAZARDS else ()


def kind(proposal: PeerProposal) -> IncidentKind:
    """Tell what can be made of it."""
    return IncidentKind.DRILL if proposal.is_drill else IncidentKind.INCIDENT


def type_of(proposal: PeerProposal) -> IncidentType:
    """Tell what it is about, as far as its categories say."""
    said = set(proposal.categories.split())
    if said & HAZARDS:
        return IncidentType.DISASTER
    if said == {"Infra"}:
        return IncidentType.TECHNICAL
    return IncidentType.OTHER


def severity(proposal: PeerProposal) -> Severity:
    """Tell how grave it is, which is asked all the same."""
    return SEVERITIES.get(proposal.severity, Severity.MEDIUM)


def label(proposal: PeerProposal) -> Tlp | None:
    """Tell how far it may go: what was restricted stays so, by its own label or as for the organisation's clients."""
    if proposal.restriction is None:
        return None
    return label_in(proposal.restriction) or Tlp.AMBER


async def reaches(session: AsyncSession, *, proposal: PeerProposal, now: datetime, time_zone: ZoneInfo) -> int:
    """Count the businesses that it would be passed on to."""
    wanted = Wanted(sectors=sectors(proposal))
    return (await audience.find(session, wanted=wanted, now=now, time_zone=time_zone)).members


def check_open(proposal: PeerProposal, *, now: datetime) -> None:
    """See that a proposal may still be passed on; raises ProposalEnded or ProposalExpired."""
    if proposal.state is not ProposalState.OPEN:
        raise ProposalEnded
    if standing(proposal, now=now) is ProposalStanding.EXPIRED:
        raise ProposalExpired(until=proposal.expires_at)


async def begin(session: AsyncSession, *, shown: ProposalSheet, draft: Draft, now: datetime) -> None:
    """Keep that a declaration was begun from a proposal, as its newest message says it."""
    session.add(
        PeerDeclaration(
            draft_key=_key(draft),
            proposal_id=id_of(shown.proposal),
            message_id=id_of(shown.message),
            begun_at=now,
        )
    )
    await session.flush()


async def begun(session: AsyncSession, *, draft: Draft) -> tuple[PeerProposal, PeerDeclaration] | None:
    """Find the proposal from which a declaration was begun."""
    query = (
        select(PeerProposal, PeerDeclaration)
        .join(PeerDeclaration, col(PeerDeclaration.proposal_id) == col(PeerProposal.id))
        .where(PeerDeclaration.draft_key == _key(draft))
    )
    return (await session.exec(query)).first()


def _key(draft: Draft) -> str:
    return f"{draft.person_id}:{draft.key}"
