"""An incident's documents in chat: what there is, what is missing, how it is filled, and the file."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable
from handlers.frame.views.dialogues import BACK, with_loss, words_only
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import PAGE
from handlers.papers.drafters import drafter
from handlers.papers.forms import FillingForm
from handlers.papers.taps import PaperFieldTap, PapersTap, PaperTap, TimeLineTap
from handlers.papers.views import pages as views
from handlers.papers.views.values import FieldValue, missing, values
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import Incident, IncidentKind
from models.jobs import JobKind
from models.papers import PaperForm
from models.people import Language
from services.ground import drafts
from services.ground.drafts import StepPassed
from services.incidents import lifecycle as incidents
from services.jobs import queue
from services.papers import afterwards, answers, facts
from services.papers.answers import PaperFieldUnknown
from services.papers.facts import PaperFacts
from services.papers.shapes import SHAPES


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer the documents of an incident; those of a drill are its own."""
    if incident.kind is not IncidentKind.INCIDENT:
        return ()
    return (views.offer(context.reader, incident),)


async def _given(context: Context, incident: Incident, form: PaperForm) -> Sequence[FieldValue]:
    """Give what stands in each field of a document, in the language in which it is written."""
    return _values(context, await facts.of(context.session, incident=incident), form)


def _values(context: Context, known: PaperFacts, form: PaperForm) -> Sequence[FieldValue]:
    reader = context.office.reader(Language.VIETNAMESE)
    return values(reader, drafter(context.office, context.now), known, form)


@allow(COORDINATORS)
async def on_papers(update: Update, context: Context) -> None:
    """List the documents of an incident."""
    tap = PapersTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    context.show(await _listing(context, incident))


async def _listing(context: Context, incident: Incident) -> Message:
    known = await facts.of(context.session, incident=incident)
    reader = context.office.reader(Language.VIETNAMESE)
    who = drafter(context.office, context.now)
    lacking = {form: len(missing(values(reader, who, known, form))) for form in PaperForm}
    return views.listing(context.reader, incident, lacking)


async def hear_afterwards(update: Update, context: Context) -> bool:
    """Answer a bare value that comes after the last field was filled: it is no incident to be declared."""
    message = update.effective_message
    if message is None or not message.text or not context.turn.roles & COORDINATORS:
        return False
    if await drafts.current(context.session, person=context.person) is not None:
        return False
    incident = await afterwards.belongs_to(
        context.session,
        words=message.text,
        person=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    if incident is None:
        return False
    context.show(views.filled_already(context.reader, message.text, await _listing(context, incident)))
    return True


@allow(COORDINATORS)
async def on_paper(update: Update, context: Context) -> None:
    """Show a document, fill what is missing, or have its file written."""
    tap = PaperTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    match tap.verb:
        case views.SHOW:
            context.show(await _page(context, incident, tap.form, tap.page))
        case views.FILL:
            await _go_on(context, incident, tap.form)
        case views.FILE:
            await queue.ask(
                context.session,
                kind=JobKind.PAPER,
                person=context.person,
                asked={"incident": id_of(incident), "form": tap.form.value},
                now=context.now,
            )
            context.notice(views.under_way(context.reader))
        case _:
            raise TapUnreadable


@allow(COORDINATORS)
async def on_time_line(update: Update, context: Context) -> None:
    """Have the time line of an incident written as a workbook."""
    tap = TimeLineTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    await queue.ask(
        context.session,
        kind=JobKind.TIME_LINE,
        person=context.person,
        asked={"incident": id_of(incident)},
        now=context.now,
    )
    context.notice(views.under_way(context.reader))


async def _page(context: Context, incident: Incident, form: PaperForm, number: int = 0) -> Message:
    known = await facts.of(context.session, incident=incident)
    given, due = _values(context, known, form), known.asked_for(form)
    return views.page(context.reader, incident, form, given, number, due=due, now=context.now)


async def _page_of(context: Context, incident: Incident, form: PaperForm, field: str) -> Message:
    """Show the page on which a field stands."""
    words = [one.word for one in SHAPES[form].fields]
    return await _page(context, incident, form, words.index(field) // PAGE)


@allow(COORDINATORS)
async def on_field(update: Update, context: Context) -> None:
    """Ask for one field, whether anything stands in it or not."""
    tap = PaperFieldTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    given = await _given(context, incident, tap.form)
    if not 0 < tap.number <= len(given):
        raise PaperFieldUnknown
    field = given[tap.number - 1].field.word
    await _begin(context, FillingForm(tap.incident_id, tap.form, field, one_only=True))


async def _go_on(
    context: Context,
    incident: Incident,
    form: PaperForm,
    *,
    passed: tuple[str, ...] = (),
    asked: tuple[str, ...] = (),
) -> None:
    """Ask for the next field that is missing, or show the document where none is."""
    lacking = [one.field.word for one in missing(await _given(context, incident, form))]
    left = [one for one in lacking if one not in passed]
    if not left:
        context.show(await _page(context, incident, form))
        return
    await _begin(context, FillingForm(id_of(incident), form, left[0], passed=passed, asked=asked))


async def _go_back(context: Context, form: FillingForm) -> None:
    """Ask once more for the field before, whether it was filled or left for later."""
    *asked, field = form.asked
    passed = tuple(one for one in form.passed if one != field)
    await _begin(context, replace(form, field=field, passed=passed, asked=tuple(asked)))


async def _begin(context: Context, form: FillingForm) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.PAPER,
        step=form.field,
        data=form.write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the question for the field of the step."""
    form = FillingForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    given = await _given(context, incident, form.form)
    one = next((one for one in given if one.field.word == form.field), None)
    if one is None:
        raise PaperFieldUnknown
    others = {other.field.word for other in missing(given)} - {form.field, *form.passed}
    left = 0 if form.one_only else len(others)
    return views.ask(context.reader, draft, incident, form.form, one, left, back=bool(form.asked))


@allow(COORDINATORS)
async def _on_message(update: Update, context: Context, draft: Draft) -> None:
    """Keep what is typed for a field, and ask for the next one that is missing."""
    message = update.effective_message
    if message is None or not message.text or message.text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    form = FillingForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    await answers.say(
        context.session,
        incident=incident,
        form=form.form,
        field=form.field,
        value=message.text,
        by=context.person,
        now=context.now,
        time_zone=context.office.time_zone,
    )
    await _after(context, incident, form)


async def _after(context: Context, incident: Incident, form: FillingForm) -> None:
    await drafts.discard(context.session, person=context.person)
    if form.one_only:
        context.show(await _page_of(context, incident, form.form, form.field))
    else:
        await _go_on(context, incident, form.form, passed=form.passed, asked=form.so_far)


@allow(COORDINATORS)
async def _on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Leave a field for later, go back to the one before, or leave it to what the records know."""
    form = FillingForm.of(draft)
    if tap.value != form.field:
        raise StepPassed
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    match tap.verb:
        case views.LATER:
            await drafts.discard(context.session, person=context.person)
            await _go_on(context, incident, form.form, passed=(*form.passed, form.field), asked=form.so_far)
        case str(verb) if verb == BACK and form.asked:
            await drafts.discard(context.session, person=context.person)
            await _go_back(context, form)
        case views.KNOWN:
            await answers.forget(
                context.session, incident=incident, field=form.field, by=context.person, now=context.now
            )
            await _after(context, incident, form)
        case _:
            raise TapUnreadable


async def _leave(context: Context, draft: Draft) -> Message:
    """Show the document again to whoever stops filling it; what was said so far stays in it."""
    form = FillingForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    return await _page_of(context, incident, form.form, form.field)


CONVERSATION = Conversation(on_message=_on_message, on_tap=_on_tap, step=_step, leave=_leave)
