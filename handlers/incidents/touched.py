"""The systems that an incident touches: named, with what is proposed because of them and must be told by law."""

from collections.abc import Sequence

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import with_loss, words_only
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.incidents.forms import TouchedForm
from handlers.incidents.taps import LegalDutyTap, TouchedSystemTap, TouchedTap
from handlers.incidents.views import touched as views
from handlers.incidents.views.touched import Touched
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident, IncidentStatus
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.incidents import lifecycle as incidents
from services.incidents.touched import duties, following
from services.incidents.touched import systems as touched
from services.incidents.touched.duties import DutyDue, DutyUnknown
from services.notation.moments import read_moment
from services.notation.spelling import tidy_line
from services.outbox.deliveries import Claimed
from services.people import accounts
from services.systems import legal, search, sight
from services.systems.legal import RuleSet


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to name systems, and to see to what follows from them."""
    systems = await touched.of(context.session, incident_id=id_of(incident))
    if incident.status is IncidentStatus.CLOSED and not systems:
        return ()
    return (views.offer(context.reader, incident, count=len(systems)),)


@allow(COORDINATORS)
async def on_touched(update: Update, context: Context) -> None:
    """Take a button of the page of an incident's systems."""
    tap = TouchedTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    match tap.verb:
        case views.SHOW:
            context.show(await _page(context, incident))
        case views.ADD:
            await incidents.still_open(context.session, incident_id=tap.incident_id)
            await _begin(context, views.SEARCH, TouchedForm(tap.incident_id))
        case views.LESS:
            systems = await touched.of(context.session, incident_id=tap.incident_id)
            context.show(views.less(context.reader, incident, systems))
        case views.RAISE:
            await _raise(context, incident)
        case views.CALL:
            await _call(context, incident)
        case views.DUTIES:
            context.show(await _duties(context, incident))
        case views.RULES:
            await _follow_other_rules(context, incident)
        case _:
            raise TapUnreadable


async def _page(context: Context, incident: Incident) -> Message:
    shown = Touched(
        incident,
        await touched.of(context.session, incident_id=id_of(incident)),
        await following.of(context.session, incident=incident, now=context.now),
        await duties.all_of(context.session, incident_id=id_of(incident)),
    )
    return views.page(context.reader, shown, now=context.now)


async def _raise(context: Context, incident: Incident) -> None:
    raised = await following.take_severity(
        context.session, incident_id=id_of(incident), by=context.person, now=context.now
    )
    context.notice(views.raised(context.reader, raised))
    context.show(await _page(context, raised))


async def _call(context: Context, incident: Incident) -> None:
    called = await following.call_first(
        context.session, incident_id=id_of(incident), by=context.person, now=context.now
    )
    context.notice(views.called(context.reader, len(called)))
    context.show(await _page(context, incident))


@allow(COORDINATORS)
async def on_system(update: Update, context: Context) -> None:
    """Name a system, or take one back."""
    tap = TouchedSystemTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    if tap.verb == views.TAKE:
        await touched.touch(
            context.session,
            incident=incident,
            systems=[tap.system_id],
            by=context.person,
            now=context.now,
            time_zone=context.office.time_zone,
        )
        await _end_search(context)
    elif tap.verb == views.DROP:
        await touched.untouch(
            context.session,
            incident=incident,
            system_id=tap.system_id,
            by=context.person,
            now=context.now,
            time_zone=context.office.time_zone,
        )
    else:
        raise TapUnreadable
    context.show(await _page(context, incident))


async def _end_search(context: Context) -> None:
    draft = await drafts.current(context.session, person=context.person)
    if draft is not None and draft.dialogue is Dialogue.TOUCHED:
        await drafts.discard(context.session, person=context.person)


async def _duties(context: Context, incident: Incident) -> Message:
    found = await duties.all_of(context.session, incident_id=id_of(incident))
    if not found:
        return await _page(context, incident)
    rules = legal.by_name(found[-1].duty.rules) or legal.in_force(incident.declared_at, context.office.time_zone)
    return views.duties(context.reader, incident, found, rules, _other(rules), context.now)


def _other(rules: RuleSet) -> RuleSet | None:
    """Give the set of rules that may hold instead."""
    return next((one for one in reversed(legal.rule_sets()) if one.name != rules.name), None)


async def _follow_other_rules(context: Context, incident: Incident) -> None:
    found = await duties.all_of(context.session, incident_id=id_of(incident))
    rules = legal.by_name(found[-1].duty.rules) if found else None
    other = _other(rules) if rules is not None else None
    if other is None:
        raise DutyUnknown
    await duties.follow(
        context.session,
        incident=incident,
        rules=other,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    context.show(await _duties(context, incident))


@allow(COORDINATORS)
async def on_duty(update: Update, context: Context) -> None:
    """Take a button of what must be told."""
    tap = LegalDutyTap.unpack(tapped_data(update))
    session, by, now = context.session, context.person, context.now
    match tap.verb:
        case views.SHOW:
            await duties.one(session, duty_id=tap.duty_id)
        case views.TOLD:
            await duties.tell(session, duty_id=tap.duty_id, by=by, now=now)
        case views.AGAIN:
            await duties.reopen(session, duty_id=tap.duty_id, by=by, now=now)
        case views.MOVE | views.DROP:
            found = await duties.still_open(session, duty_id=tap.duty_id)
            step = views.DUE if tap.verb == views.MOVE else views.REASON
            await _begin(context, step, TouchedForm(found.duty.incident_id, duty_id=tap.duty_id))
            return
        case _:
            raise TapUnreadable
    context.show(await _duty(context, tap.duty_id))


async def _duty(context: Context, duty_id: int) -> Message:
    found = await duties.one(context.session, duty_id=duty_id)
    incident = await incidents.by_id(context.session, incident_id=found.duty.incident_id)
    return views.duty(context.reader, incident, found, now=context.now)


async def _begin(context: Context, step: str, form: TouchedForm) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.TOUCHED,
        step=step,
        data=form.write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the question of a search, of a deadline, or of a reason."""
    form = TouchedForm.of(draft)
    if draft.step == views.SEARCH:
        incident = await incidents.by_id(context.session, incident_id=form.incident_id)
        visible = await sight.seen_by(context.session, person=context.person, roles=context.turn.roles)
        found = await search.find(context.session, text=form.text, visible=visible)
        return views.search(context.reader, draft, incident, found)
    duty = await duties.one(context.session, duty_id=form.duty_id)
    ask = views.ask_due if draft.step == views.DUE else views.ask_reason
    return ask(context.reader, draft, duty)


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear a name to search for, a deadline, or a reason."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    line, form = tidy_line(message.text), TouchedForm.of(draft)
    if draft.step == views.SEARCH:
        form = TouchedForm(form.incident_id, line[: views.NAMES])
        drafts.go(draft, step=views.SEARCH, now=context.now, form=form)
        context.show(await _step(context, draft))
        return
    await _change_duty(context, draft.step, form.duty_id, line)
    await drafts.discard(context.session, person=context.person)
    context.show(await _duty(context, form.duty_id))


async def _change_duty(context: Context, step: str, duty_id: int, line: str) -> None:
    """Set the deadline that was typed, or drop a duty for the reason that was."""
    session, by, now = context.session, context.person, context.now
    if step == views.DUE:
        due_at = read_moment(line, now=now, time_zone=context.office.time_zone)
        await duties.move(session, duty_id=duty_id, due_at=due_at, by=by, now=now)
    else:
        await duties.drop(session, duty_id=duty_id, reason=line, by=by, now=now)


@allow(COORDINATORS)
async def _on_tap(_update: Update, _context: Context, _draft: Draft, _tap: DialogueTap) -> None:
    """Refuse: what is found has buttons of its own."""
    raise StepPassed


async def compose_due(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Remind a coordinator of what must be told; None when somebody has seen to it meanwhile."""
    details = claimed.read(DutyDue)
    coordinators = {id_of(person) for person in await accounts.coordinators(occasion.session)}
    if details is None or claimed.subject_id is None or claimed.person_id not in coordinators:
        return None
    try:
        found = await duties.still_open(occasion.session, duty_id=details.duty_id)
    except (DutyUnknown, duties.DutySettled):
        return None
    incident = await incidents.by_id(occasion.session, incident_id=claimed.subject_id)
    return views.duty(reader, incident, found, now=occasion.now, reminds=True)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step)
