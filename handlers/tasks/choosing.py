"""Choosing who is given a task: the list of businesses, what narrows it down, and the one that was chosen from near."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from handlers.frame.context import Context
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.message import Message
from handlers.roster.views import cards as roster_views
from handlers.tasks.forms import AssignmentForm
from handlers.tasks.views import assigning as views
from models.drafts import Draft
from models.identity import id_of
from models.roster import LookKind
from services.ground import drafts
from services.ground.drafts import DraftGone
from services.incidents import lifecycle as incidents
from services.members import capabilities
from services.roster import contacts as roster_contacts
from services.roster.search import Viewer
from services.tasks import orders as tasks
from services.tasks import owners as task_owners
from services.tasks.orders import Assignment
from services.tasks.owners import CandidatePage, Coming

MEMBER, CAPABILITY = "member", "capability"


def take(context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what narrows the list down: another page, a filter, a capability."""
    match tap.verb:
        case "page":
            narrow(context, draft, draft.step, page=number_of(tap.value))
        case "filter" if draft.step == MEMBER:
            _turn(context, draft, tap.value)
        case "capability" if draft.step == CAPABILITY:
            narrow(context, draft, MEMBER, capability=number_of(tap.value), asked="")
        case _:
            raise DraftGone


def narrow(context: Context, draft: Draft, step: str, **changed: Any) -> None:
    """Go to a step with what narrows the businesses down changed, at the first page unless another is named."""
    kept = replace(AssignmentForm.of(draft), **{"page": 0, **changed})
    drafts.go(draft, step=step, now=context.now, form=kept)


def _turn(context: Context, draft: Draft, value: str) -> None:
    """Take a filter's button: another way to come, the other order, or the list of capabilities."""
    kept = AssignmentForm.of(draft)
    match value:
        case "coming":
            others = tuple(Coming)
            following = others[(others.index(kept.coming) + 1) % len(others)]
            narrow(context, draft, MEMBER, coming=following)
        case "order":
            narrow(context, draft, MEMBER, nearest=not kept.nearest)
        case "capability" if kept.capability or kept.asked:
            narrow(context, draft, MEMBER, capability=0, asked="")
        case "capability":
            narrow(context, draft, CAPABILITY)
        case _:
            raise DraftGone


async def show_people(context: Context, member_id: int) -> None:
    """Show below whom to call at a business; the look is kept, as in the roster."""
    contacts = await roster_contacts.contacts(
        context.session,
        viewer=Viewer(id_of(context.person), coordinates=True, sees_phones=True),
        person=context.person,
        member_id=member_id,
        now=context.now,
        time_zone=context.office.time_zone,
        how=LookKind.WORK,
    )
    context.send(roster_views.people(context.reader, contacts, number=0))


async def step(context: Context, draft: Draft, form: Assignment) -> Message:
    """Ask for the business."""
    kept = AssignmentForm.of(draft)
    code = ""
    if form.incident_id is not None:
        code = (await incidents.by_id(context.session, incident_id=form.incident_id)).code
    page = await task_owners.choose(
        context.session,
        incident_id=form.incident_id,
        narrowing=kept.narrowing,
        by=context.person,
        number=kept.page,
        now=context.now,
        language=context.reader.language,
    )
    names = await capabilities.names(context.session, language=context.reader.language, ids=_named(page, kept))
    return views.choose(
        context.reader, draft, page, kept, names=names, code=code, back=bool(form.member_id), now=context.now
    )


def _named(page: CandidatePage, kept: AssignmentForm) -> set[int]:
    """List the capabilities (ids) that stand on a page."""
    return {kept.capability, *(one.capability_id for each in page.candidates for one in each.equipment)} - {0}


async def capabilities_step(context: Context, draft: Draft, form: Assignment) -> Message:
    """Ask which capability is wanted, those that the incident asks for first."""
    having = await task_owners.capabilities_of(context.session, incident_id=form.incident_id)
    names = await capabilities.names(context.session, language=context.reader.language, ids=having)
    wanted: Sequence[int] = ()
    if form.incident_id is not None:
        incident = await incidents.by_id(context.session, incident_id=form.incident_id)
        wanted = (await incidents.wanted_by(context.session, incident=incident)).capability_ids
    ordered = {one: names[one] for one in (*(one for one in wanted if one in names), *names)}
    return views.ask_capability(context.reader, draft, ordered, having, page=AssignmentForm.of(draft).page)


async def chosen_step(context: Context, draft: Draft, form: Assignment) -> Message:
    """Show the business that was chosen, and ask what is to be done."""
    member = await tasks.owner(context.session, member_id=form.member_id)
    candidate = await task_owners.one(context.session, incident_id=form.incident_id, member=member)
    names = await capabilities.names(
        context.session, language=context.reader.language, ids={one.capability_id for one in candidate.equipment}
    )
    return views.ask_what(context.reader, draft, candidate, names=names, now=context.now)
