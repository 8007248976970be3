"""What a neighbour warns of: a card for coordinators, from which they may declare it as their own, by hand."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup
from telegram import Update

from handlers.declarations import dialogue as declarations
from handlers.declarations.forms import DeclarationForm
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped, tapped_data
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.peers.taps import ProposalPassTap, ProposalTap
from handlers.peers.views import proposals as views
from models.drafts import Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.peers import PROPOSAL_SUBJECT
from models.people import Person
from models.tlp import Tlp
from services.declarations import touched
from services.declarations.declaring import Declaration
from services.ground import drafts
from services.incidents.audience import Wanted
from services.notation.tlp import narrowest
from services.outbox.deliveries import Claimed
from services.peers import proposals
from services.peers.kinds import PROPOSAL, PeerSaid
from services.peers.proposals import ExerciseOnly, ProposalSheet
from services.people import accounts


@allow(COORDINATORS)
async def on_proposal(update: Update, context: Context) -> None:
    """Show what a neighbour warns of, and keep it true from now on."""
    tap = ProposalTap.unpack(tapped_data(update))
    proposal = await proposals.by_id(context.session, proposal_id=tap.proposal_id)
    shown = await proposals.sheet(context.session, proposal=proposal, now=context.now)
    reach = await proposals.reaches(
        context.session, proposal=proposal, now=context.now, time_zone=context.office.time_zone
    )
    context.show(views.card(context.reader, shown, reach))
    await keep_tapped(update, context, kind=PROPOSAL, subject_id=id_of(proposal))


@allow(COORDINATORS)
async def on_pass(update: Update, context: Context) -> None:
    """Open the preview of a declaration with what a neighbour says; nothing goes out before it is sent there."""
    tap = ProposalPassTap.unpack(tapped_data(update))
    proposal = await proposals.by_id(context.session, proposal_id=tap.proposal_id)
    proposals.check_open(proposal, now=context.now)
    shown = await proposals.sheet(context.session, proposal=proposal, now=context.now)
    draft = await declarations.begin_filled(context, _filled(context, shown), asks_severity=False)
    await proposals.begin(context.session, shown=shown, draft=draft, now=context.now)


def _filled(context: Context, shown: ProposalSheet) -> DeclarationForm:
    """Fill in what a neighbour says, in the language of the office, for it goes to everyone."""
    proposal = shown.proposal
    office = context.office.reader(context.office.language)
    tlp = proposals.label(proposal)
    form = Declaration(
        kind=proposals.kind(proposal),
        type=proposals.type_of(proposal),
        severity=proposals.severity(proposal),
        title=views.title(office, shown),
        description=views.description(office, shown),
        wanted=Wanted(sectors=proposals.sectors(proposal)),
        tlp=tlp,
    )
    return DeclarationForm(form, source_tlp=tlp)


async def meanwhile(context: Context, draft: Draft) -> Markup | None:
    """Say what the neighbour, or a colleague, did with that from which a declaration was begun.

    A label that was made narrower is the declaration's too. Raises ExerciseOnly where an exercise would become
    something real, ProposalEnded for what was taken back or is over, and ProposalExpired for what has expired.
    """
    found = await proposals.begun(context.session, draft=draft)
    if found is None:
        return None
    proposal, begun = found
    if proposal.is_drill and DeclarationForm.of(draft).form.kind is not IncidentKind.DRILL:
        raise ExerciseOnly
    proposals.check_open(proposal, now=context.now)
    await _narrow(context, draft, proposals.label(proposal))
    shown = await proposals.sheet(context.session, proposal=proposal, now=context.now)
    return views.meanwhile(context.reader, shown, is_newer=begun.message_id != shown.message.id)


async def _narrow(context: Context, draft: Draft, label: Tlp | None) -> None:
    """Let a declaration go no further than what it was begun from may go by now."""
    kept = DeclarationForm.of(draft)
    if narrowest(label, kept.source_tlp) is kept.source_tlp:
        return
    form = kept.form
    if label is not None and narrowest(label, form.tlp) is not form.tlp:
        form = await touched.narrowed(context.session, form=form, label=label)
    drafts.go(draft, step=draft.step, now=context.now, form=replace(kept, form=form, source_tlp=label))


async def give(context: Context, incident: Incident) -> Sequence[Button]:
    """Lead from an incident to what it was made from, which says whether its neighbour has taken it back."""
    found = await proposals.source_of(context.session, incident=incident)
    if found is None:
        return ()
    proposal, _ = found
    shown = await proposals.sheet(context.session, proposal=proposal, now=context.now)
    return (views.source_button(context.reader, shown),)


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the card of what a neighbour warns of; what was taken back before it was shown is not shown.

    The card of what turned out to be the same as another leads to that one.
    """
    if not await _is_for(occasion, claimed):
        return None
    shown = await _sheet(occasion, claimed)
    if id_of(shown.proposal) != claimed.subject_id:
        return views.joined(reader, shown) if claimed.is_edit else None
    if not claimed.is_edit and not views.is_open(shown):
        return None

    async def count() -> int:
        return await proposals.reaches(
            occasion.session, proposal=shown.proposal, now=occasion.now, time_zone=occasion.office.time_zone
        )

    return views.card(reader, shown, await occasion.once(claimed, count, about=("peer-reach", shown.proposal.id)))


async def compose_said(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator what a neighbour said later, and what was made here of what it said before."""
    said = claimed.read(PeerSaid)
    if said is None or not await _is_for(occasion, claimed):
        return None
    return views.said(reader, await _sheet(occasion, claimed), said)


async def _is_for(occasion: Occasion, claimed: Claimed) -> bool:
    """Tell whether a message still goes to somebody who coordinates."""
    person = await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None
    return person is not None and person.staff_role in accounts.COORDINATORS


async def _sheet(occasion: Occasion, claimed: Claimed) -> ProposalSheet:
    proposal_id = claimed.subject_id or 0

    async def gather() -> ProposalSheet:
        proposal = await proposals.by_id(occasion.session, proposal_id=proposal_id)
        return await proposals.sheet(occasion.session, proposal=proposal, now=occasion.now)

    return await occasion.once(claimed, gather, about=(PROPOSAL_SUBJECT, proposal_id))
