"""Answers: one tap is a complete one; what comes with it is asked after, and is optional."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views import attached as attached_views
from handlers.frame.views.dialogues import buttons_only, cancelled, with_loss, words_only, words_or_files_only
from handlers.frame.views.message import Message
from handlers.incidents.forms import OfferForm
from handlers.incidents.taps import AnswerTap, OfferTap, UsefulTap
from handlers.incidents.views import cards as incident_views
from handlers.incidents.views import responses as views
from models.capabilities import Unit
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident
from models.responses import Answer
from services.applications.registration import HeadcountUnclear, read_headcount, read_people
from services.declarations import needs
from services.declarations.needs import CapabilityName
from services.ground import drafts
from services.ground.attachments import Attachment
from services.ground.drafts import StepPassed
from services.incidents import answer_files, offers, responses
from services.incidents import lifecycle as incidents
from services.incidents.responses import Said
from services.members import capabilities
from services.notation import counts
from services.people import businesses
from services.tally import asked

STEPS = ("people", "equipment", "quantity", "note")
# Under no message's number: what was said beside the number of people, before the note itself.
BESIDE_NUMBER = 0


@allow(EVERYONE, places=PRIVATE_OR_GROUP, shares=True)
async def on_answer(update: Update, context: Context) -> None:
    """Take the answer that was tapped, for `store`; the person's own card shows it, with a tick, in a moment."""
    tap = AnswerTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    said = Said(incident, context.person, tap.answer, _only_for(context), context.came)
    context.leave(said, store, incident_id=tap.incident_id)
    context.notice(incident_views.answered(context.reader, tap.answer))
    if tap.answer is Answer.NEEDS_INFO and not await _has_asked(context, tap.incident_id):
        in_group = context.turn.group is not None
        context.send(incident_views.ask_what(context.reader, code=incident.code, in_group=in_group))


async def _has_asked(context: Context, incident_id: int) -> bool:
    """Tell whether the person said already what they wish to know: nobody is asked the same twice."""
    return await asked.waits_for(context.session, incident_id=incident_id, person_id=id_of(context.person))


async def store(session: AsyncSession, said: Sequence[Said], now: datetime) -> Sequence[object]:
    """Record what was answered in one or more turns of one transaction."""
    return await responses.respond_together(session, said=said, now=now)


def _only_for(context: Context) -> int | None:
    """Give the business in whose group something is said: it holds for no other."""
    return context.turn.group.member_id if context.turn.group is not None else None


@allow(EVERYONE)
async def on_useful(update: Update, context: Context) -> None:
    """Keep whether an alert was useful."""
    tap = UsefulTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await responses.rate(
        context.session, incident=incident, person=context.person, useful=bool(tap.useful), now=context.now
    )
    context.notice(views.thanks(context.reader))


@allow(EVERYONE)
async def on_offer(update: Update, context: Context) -> None:
    """Begin to ask what comes with an answer."""
    tap = OfferTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    if not await responses.was_alerted(context.session, incident=incident, person=context.person):
        raise responses.NotAlerted
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.OFFER,
        step="people",
        data=OfferForm(tap.incident_id, incident.code, unit=_counts_in(incident)).write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


def _counts_in(incident: Incident) -> Unit:
    """Tell in what an incident counts what it wants: people where no number is wanted."""
    return incident.headcount_unit if incident.headcount_wanted else Unit.PEOPLE


async def step(context: Context, draft: Draft) -> Message:
    """Make the question at which an offer stands."""
    form = OfferForm.of(draft)
    if draft.step == "people":
        return views.ask_people(context.reader, draft, form.code, form.unit)
    if draft.step == "equipment":
        names = await _equipment(context, form)
        beside = form.gathered.said.get(BESIDE_NUMBER, "")
        return views.ask_equipment(context.reader, draft, form.code, names, chosen=form.equipment, beside=beside)
    if draft.step == "quantity" and form.unasked:
        return await _ask_quantity(context, draft, form)
    gathered = form.gathered
    with_files = attached_views.gathered(context.reader, gathered.files, is_album=bool(gathered.album))
    beside = gathered.said.get(BESIDE_NUMBER, "")
    return views.ask_note(context.reader, draft, form.code, note=gathered.words, with_files=with_files, beside=beside)


async def _ask_quantity(context: Context, draft: Draft, form: OfferForm) -> Message:
    """Ask how many of the first piece of equipment come; those that the business registered are offered as a button."""
    asked_of = form.unasked[0]
    kinds = await capabilities.kinds(context.session, language=context.reader.language, ids=[asked_of])
    held = (await _registered(context)).get(asked_of, 0)
    return views.ask_quantity(context.reader, draft, form.code, kinds[asked_of], held=held)


async def _equipment(context: Context, form: OfferForm) -> dict[int, str]:
    """List what the person's businesses registered and what their words name, by capability id."""
    held = {*await _registered(context), *await _named_in(context, form.gathered.said.get(BESIDE_NUMBER, ""))}
    return await capabilities.names(context.session, language=context.reader.language, ids=held)


async def _registered(context: Context) -> dict[int, int]:
    """Add up how many of each the person's businesses registered, by capability id."""
    held: Counter[int] = Counter()
    for member in await businesses.spoken_for(context.session, person=context.person):
        held.update((await businesses.profile(context.session, member=member)).capabilities)
    return dict(held)


@allow(EVERYONE)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take a button of the offer: a number, a piece of equipment, on, back."""
    match tap.verb:
        case "people" if draft.step == "people":
            await _keep_number(context, draft, number_of(tap.value))
        case "toggle" if draft.step == "equipment":
            form = OfferForm.of(draft)
            chosen = (set(form.equipment) ^ {number_of(tap.value)}) & set(await _equipment(context, form))
            form = replace(form, equipment=tuple(sorted(chosen)))
            drafts.go(draft, step="equipment", now=context.now, form=form)
        case "quantity" if draft.step == "quantity":
            await _keep_quantity(context, draft, number_of(tap.value))
        case "next" if draft.step == "note":
            await _finish(context, draft)
            return
        case "next":
            await _go_on(context, draft)
        case "back":
            _go_back(context, draft)
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _go_back(context: Context, draft: Draft) -> None:
    """Go to the step before; the numbers are asked together, after their equipment."""
    earlier = STEPS[max(0, STEPS.index(draft.step) - 1)]
    drafts.go(draft, step="equipment" if earlier == "quantity" else earlier, now=context.now)


@allow(EVERYONE)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear a typed number of people, or the note and its files; a wrong kind of input gets a word."""
    message = update.effective_message
    text, file = words_of(message), attached(message)
    if draft.step == "equipment":
        context.show(buttons_only(context.reader, await step(context, draft)))
    elif message is None or text.startswith("/") or not (text or (file and draft.step == "note")):
        expected = words_or_files_only if draft.step == "note" else words_only
        context.show(expected(context.reader, await step(context, draft)))
    elif draft.step == "people":
        await _hear_number(context, draft, text)
        context.show(await step(context, draft))
    elif draft.step == "quantity" and OfferForm.of(draft).unasked:
        await _keep_quantity(context, draft, read_headcount(text))
        context.show(await step(context, draft))
    else:
        await _keep_note(context, draft, message)


async def _keep_note(context: Context, draft: Draft, message: TelegramMessage) -> None:
    """Store the note and its files at once; words alone are the end of it, after a file more may come."""
    form, file = OfferForm.of(draft), attached(message)
    is_next = form.gathered.is_next(message)
    gathered = form.gathered.joined_by(message)
    drafts.go(draft, step="note", now=context.now, form=replace(form, gathered=gathered))
    if gathered.words != form.gathered.words:
        await _offer(context, draft, note=gathered.words)
    if file is None:
        await _finish(context, draft)
        return
    await _add_file(context, draft, file)
    # An album comes as so many messages: one word for all of them.
    if not is_next:
        context.show(await step(context, draft))


async def _add_file(context: Context, draft: Draft, file: Attachment) -> None:
    form = OfferForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    await answer_files.add(context.session, incident=incident, person=context.person, file=file, now=context.now)
    drafts.go(draft, step="note", now=context.now, form=replace(form, added=True))


async def _hear_number(context: Context, draft: Draft, text: str) -> None:
    """Read how many come: people, or what the incident counts, and what else is counted beside: "2 đội, 8 người"."""
    unit = OfferForm.of(draft).unit
    said = {one.unit: one.number for one in counts.counts_in(text) or ()}
    if unit is Unit.PEOPLE:
        said = {unit: read_people(text, largest=offers.MOST_PEOPLE)}
    elif not said:
        said = {unit: read_headcount(text, largest=offers.MOST_PEOPLE)}
    _check(said.values())
    await _keep_rest(context, draft, counts.said_beside(text, units=said))
    people = said.pop(Unit.PEOPLE, None)
    await _offer(context, draft, people=people, units=said or None)
    await _go_past_numbers(context, draft)


async def _keep_rest(context: Context, draft: Draft, beside: str) -> None:
    """Keep as the note what was said beside the number, and tick the equipment that it names: nothing gets lost."""
    if not beside:
        return
    form = OfferForm.of(draft)
    gathered = replace(form.gathered, said={**form.gathered.said, BESIDE_NUMBER: beside})
    await _offer(context, draft, note=gathered.words)
    named = await _named_in(context, gathered.words)
    form = replace(OfferForm.of(draft), gathered=gathered, equipment=tuple(sorted({*form.equipment, *named})))
    drafts.go(draft, step=draft.step, now=context.now, form=form)


async def _named_in(context: Context, words: str) -> tuple[int, ...]:
    """List the equipment of the network (capability ids) that words name."""
    if not words:
        return ()
    catalogue = {
        id_of(one): CapabilityName(one.name_vi, one.name_en) for one in await capabilities.catalogue(context.session)
    }
    return needs.named_in(words, catalogue)


async def _keep_number(context: Context, draft: Draft, number: int) -> None:
    """Store the number at once, so that it counts even if the person stops here."""
    unit = OfferForm.of(draft).unit
    if unit is Unit.PEOPLE:
        await _offer(context, draft, people=number)
    else:
        _check([number])
        await _offer(context, draft, units={unit: number})
    await _go_past_numbers(context, draft)


def _check(numbers: Iterable[int]) -> None:
    if not all(1 <= number <= offers.MOST_PEOPLE for number in numbers):
        raise HeadcountUnclear(largest=offers.MOST_PEOPLE)


async def _go_past_numbers(context: Context, draft: Draft) -> None:
    drafts.go(draft, step="equipment" if await _equipment(context, OfferForm.of(draft)) else "note", now=context.now)


async def _go_on(context: Context, draft: Draft) -> None:
    form = OfferForm.of(draft)
    if draft.step == "quantity":
        _pass_to_next(context, draft, form)
    elif draft.step == "equipment" and form.equipment:
        await _offer(context, draft, equipment=list(form.equipment))
        form = replace(OfferForm.of(draft), quantities={}, unasked=form.equipment)
        drafts.go(draft, step="quantity", now=context.now, form=form)
    else:
        has_equipment = draft.step == "people" and await _equipment(context, form)
        drafts.go(draft, step="equipment" if has_equipment else "note", now=context.now)


async def _keep_quantity(context: Context, draft: Draft, number: int) -> None:
    """Store at once how many of a piece of equipment come, and go on to the next one."""
    form = OfferForm.of(draft)
    if not form.unasked:
        raise StepPassed
    quantities = {**form.quantities, form.unasked[0]: number}
    await _offer(context, draft, equipment=list(form.equipment), quantities=quantities)
    _pass_to_next(context, draft, replace(OfferForm.of(draft), quantities=quantities))


def _pass_to_next(context: Context, draft: Draft, form: OfferForm) -> None:
    left = form.unasked[1:]
    drafts.go(draft, step="quantity" if left else "note", now=context.now, form=replace(form, unasked=left))


async def _offer(
    context: Context,
    draft: Draft,
    *,
    people: int | None = None,
    equipment: list[int] | None = None,
    quantities: Mapping[int, int] | None = None,
    units: Mapping[Unit, int] | None = None,
    note: str | None = None,
) -> None:
    form = OfferForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    await offers.offer(
        context.session,
        incident=incident,
        person=context.person,
        people=people,
        capability_ids=equipment,
        quantities=quantities,
        units=units,
        note=note,
        now=context.now,
        came=context.came,
    )
    drafts.go(draft, step=draft.step, now=context.now, form=replace(form, added=True))


async def _finish(context: Context, draft: Draft) -> None:
    form = OfferForm.of(draft)
    await drafts.discard(context.session, person=context.person)
    context.show(views.offered(context.reader, form.code, added=form.added))


async def leave(context: Context, draft: Draft) -> Message:
    """Say what stays of an offer that is broken off: each part was stored when it was said."""
    form = OfferForm.of(draft)
    if form.added:
        return views.stopped(context.reader, form.code)
    return cancelled(context.reader)


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=OfferForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=step, leave=leave, takes_files=True)
