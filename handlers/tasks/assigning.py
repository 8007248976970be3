"""Giving a task: from an incident three taps and one line; the preview is exactly what its owner will see."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import album_of, attached, is_next_of, words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, TapUnreadable, number_of
from handlers.frame.views.attached import gathered
from handlers.frame.views.dialogues import buttons_only, files_kept, with_loss, words_missing, words_only
from handlers.frame.views.message import Message
from handlers.tasks import choosing, deadlines, labels
from handlers.tasks.cards import bring_tally_down, show_watch
from handlers.tasks.choosing import CAPABILITY, MEMBER
from handlers.tasks.forms import AssignmentForm
from handlers.tasks.taps import AssignAfterDrillTap, AssignNowTap, AssignTap
from handlers.tasks.views import assigning as views
from handlers.tasks.views import cards as task_views
from handlers.tasks.views.words import UNTIL
from models.drafts import Dialogue, Draft
from models.drills import Drill
from models.identity import id_of
from models.incidents import Severity
from models.tasks import Task
from services.ground import attachments, drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import lifecycle as incidents
from services.notation.spelling import tidy_line
from services.places import communes
from services.tasks import cards as task_cards
from services.tasks import order_lines
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.order_lines import OrderSaid
from services.tasks.orders import Assignment, TaskOwnerMissing

WHAT, PLACE = "what", "place"
SEVERITY, PREVIEW = "severity", "preview"
TYPED = (MEMBER, WHAT, PLACE, UNTIL)
PLACES_OFFERED = 6
LONGEST_ASKED = 100
# Words that no message of this dialogue brought stand under this number.
NOT_TYPED = 0


def read(draft: Draft) -> Assignment:
    """Read what was said of a task from its draft."""
    return AssignmentForm.of(draft).form


def _go(context: Context, draft: Draft, step: str, form: Assignment) -> None:
    drafts.go(draft, step=step, now=context.now, form=replace(AssignmentForm.of(draft), form=form))


@allow(COORDINATORS)
async def on_assign(update: Update, context: Context) -> None:
    """Begin to give a task: of an incident or on its own, to a business that is known or still to be chosen."""
    tap = AssignTap.unpack(tapped_data(update))
    form = Assignment(member_id=tap.member_id)
    if tap.incident_id:
        incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
        form = replace(form, incident_id=tap.incident_id, severity=incident.severity)
    if tap.member_id:
        await tasks.owner(context.session, member_id=tap.member_id, incident_id=form.incident_id)
    await _begin(context, AssignmentForm(form), step=WHAT if tap.member_id else MEMBER)


@allow(COORDINATORS)
async def on_assign_after_drill(update: Update, context: Context) -> None:
    """Begin to give a task that comes from the review of a planned drill."""
    tap = AssignAfterDrillTap.unpack(tapped_data(update))
    if await context.session.get(Drill, tap.drill_id) is None:
        raise TapUnreadable
    await _begin(context, AssignmentForm(Assignment(drill_id=tap.drill_id)), step=MEMBER)


async def begin_again(context: Context, task: Task) -> None:
    """Begin to give a task to another business; where its deadline is over, so is the one that its words name."""
    form = Assignment(
        incident_id=task.incident_id,
        task_id=id_of(task),
        what=task.what,
        place=task.place,
        due_at=task.due_at,
        severity=task.severity,
    )
    line = _line_of(context, form) if task.due_at <= context.now else OrderSaid()
    kept = AssignmentForm(form, late_at=line.late_at, wrong_day=line.wrong_day)
    await _begin(context, kept, step=MEMBER)


async def _begin(context: Context, form: AssignmentForm, *, step: str) -> None:
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.TASK,
        step=step,
        data=form.write(),
        now=context.now,
    )
    # The tapped message is a live tally, a card or a list, and stays.
    context.send(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where the dialogue stands; another business is asked for if this one is gone."""
    try:
        return await _message(context, draft)
    except TaskOwnerMissing:
        _go(context, draft, MEMBER, replace(read(draft), member_id=0))
        return await _message(context, draft)


async def _message(context: Context, draft: Draft) -> Message:
    form = read(draft)
    reader = context.reader
    match draft.step:
        case "member":
            return await choosing.step(context, draft, form)
        case "capability":
            return await choosing.capabilities_step(context, draft, form)
        case "what":
            return await choosing.chosen_step(context, draft, form)
        case "place":
            return views.ask_place(reader, draft, await _places(context, form))
        case "until":
            return views.ask_until(reader, draft, five=deadlines.five_today(context) is not None)
        case "severity":
            return views.ask_severity(reader, draft)
        case "preview":
            return await _preview(context, draft, form)
        case _:
            raise DraftGone


async def _places(context: Context, form: Assignment) -> Sequence[str]:
    """Name the communes of the incident, or else the one of the business."""
    codes: Sequence[str] = ()
    if form.incident_id is not None:
        incident = await incidents.by_id(context.session, incident_id=form.incident_id)
        codes = (await incidents.wanted_by(context.session, incident=incident)).commune_codes
    member = await tasks.owner(context.session, member_id=form.member_id)
    return [communes.commune(code).name for code in dict.fromkeys([*codes, member.commune_code])][:PLACES_OFFERED]


async def _preview(context: Context, draft: Draft, form: Assignment) -> Message:
    zone = context.office.time_zone
    sheet = await tasks.preview(context.session, assignment=form, by=context.person, now=context.now, time_zone=zone)
    called = await task_cards.called_first(
        context.session, member_id=form.member_id, incident_id=form.incident_id, now=context.now, time_zone=zone
    )
    away_until, kept = sheet.member.unavailable_until, AssignmentForm.of(draft)
    return views.preview(
        context.reader,
        draft,
        task_views.card(context.reader, sheet, department=context.office.department, now=context.now),
        sheet,
        people=len(called),
        with_files=gathered(context.reader, form.files, is_album=bool(kept.album)),
        untaken=views.untaken(context.reader, kept.late_at, kept.wrong_day, due_at=form.due_at),
        again=form.task_id is not None,
        away=context.reader.moment(away_until) if away_until and away_until > context.now else "",
        asked=await labels.asked_of_words(context, draft, form),
    )


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons of the dialogue."""
    form = read(draft)
    match tap.verb:
        case "member" if draft.step == MEMBER:
            await _choose(context, draft, form, number_of(tap.value))
        case "page" | "filter" | "capability" if draft.step in (MEMBER, CAPABILITY):
            choosing.take(context, draft, tap)
        case "people" if draft.step == WHAT:
            await choosing.show_people(context, form.member_id)
            return
        case "place" if draft.step == PLACE:
            places = dict(enumerate(await _places(context, form)))
            if number_of(tap.value) not in places:
                raise DraftGone
            _go(context, draft, PREVIEW, replace(form, place=places[number_of(tap.value)]))
        case "until" if draft.step == UNTIL:
            _set_deadline(context, draft, form, deadlines.of_button(context, tap.value))
        case "severity" if draft.step == SEVERITY and tap.value in set(Severity):
            await _weigh(context, draft, form, Severity(tap.value))
        case "edit" if draft.step == PREVIEW:
            _edit(context, draft, form, tap.value)
        case "raise" | "unlabel" if draft.step == PREVIEW:
            await labels.settle(context, draft, form, tap.verb)
        case "drop" if draft.step == PREVIEW:
            _go(context, draft, PREVIEW, replace(form, files=()))
        case "back":
            drafts.go(draft, step=_before(draft.step, form), now=context.now)
        case _:
            raise StepPassed
    context.show(await _step(context, draft))


def _before(step: str, form: Assignment) -> str:
    """Tell where "back" leads: to the preview once there was one, before it to the step before."""
    if step == CAPABILITY:
        return MEMBER
    if form.due_at is not None and form.what:
        return PREVIEW
    return {WHAT: MEMBER, SEVERITY: WHAT, MEMBER: WHAT}.get(step, MEMBER)


async def _choose(context: Context, draft: Draft, form: Assignment, member_id: int) -> None:
    """Keep the business that was chosen.

    Raises TaskOwnerMissing, TaskNobodyNamed, or TaskHeldAlready for the one that has the task.
    """
    await tasks.owner(context.session, member_id=member_id, incident_id=form.incident_id)
    if form.task_id is not None:
        await task_steps.may_pass_to(context.session, task_id=form.task_id, member_id=member_id)
    chosen = replace(form, member_id=member_id)
    if not form.what:
        _go(context, draft, WHAT, chosen)
        return
    _go(context, draft, PREVIEW, await _completed(context, chosen))


async def _weigh(context: Context, draft: Draft, form: Assignment, severity: Severity) -> None:
    _go(context, draft, PREVIEW, await _completed(context, replace(form, severity=severity)))


def _set_deadline(context: Context, draft: Draft, form: Assignment, due_at: datetime) -> None:
    """Set the deadline by hand: what was wrong with that of the order's line is no question any more."""
    kept = replace(AssignmentForm.of(draft), form=replace(form, due_at=due_at), late_at=None, wrong_day=None)
    drafts.go(draft, step=PREVIEW, now=context.now, form=kept)


async def _completed(context: Context, form: Assignment) -> Assignment:
    """Suggest a place and a deadline where none was said yet, or where the deadline of a task passed on is over.

    What the order's own line says of them goes before what is usual.
    """
    form = form if form.due_at else _as_its_line_says(context, form)
    place = form.place or await _suggested_place(context, form)
    over = form.due_at is None or (form.task_id is not None and form.due_at <= context.now)
    usual = await tasks.suggested_deadline(
        context.session, assignment=form, now=context.now, time_zone=context.office.time_zone
    )
    return replace(form, place=place, due_at=usual if over else form.due_at)


def _line_of(context: Context, form: Assignment) -> OrderSaid:
    office = context.office
    return order_lines.read(form.what, province_code=office.province_code, now=context.now, time_zone=office.time_zone)


def _as_its_line_says(context: Context, form: Assignment) -> Assignment:
    """Take the place and the deadline from the order's line, where it says them."""
    said = _line_of(context, form)
    return replace(form, place=said.place or form.place, due_at=said.due_at or form.due_at)


async def _suggested_place(context: Context, form: Assignment) -> str:
    """Name all communes of the incident if they fit, or else the one of the business."""
    *of_incident, own = await _places(context, form)
    named = ", ".join(of_incident)
    return named if 0 < len(named) <= tasks.PLACE_LENGTH else own


def _edit(context: Context, draft: Draft, form: Assignment, field: str) -> None:
    """Open a part of the task; of one that is passed on, what is to be done stays."""
    allowed = {UNTIL, MEMBER} if form.task_id is not None else {MEMBER, WHAT, PLACE, UNTIL, SEVERITY}
    if field not in allowed or (field == SEVERITY and form.incident_id is not None):
        raise DraftGone
    choosing.narrow(context, draft, field, asked="")


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear a business, what is to be done, a place or a deadline, and files at any step."""
    message = update.effective_message
    text = words_of(message)
    if message is not None and attached(message) is not None and read(draft).task_id is None:
        await _hear_file(context, draft, message)
        return
    if draft.step not in TYPED:
        context.show(buttons_only(context.reader, await _step(context, draft)))
        return
    if message is None or not text or text.startswith("/") or attached(message) is not None:
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    await _hear(context, draft, read(draft), message)
    context.show(await _step(context, draft))


async def _hear_file(context: Context, draft: Draft, message: TelegramMessage) -> None:
    """Add a file to the order, and take the words under it for what the step asks; raises TooManyFiles."""
    kept, text = AssignmentForm.of(draft), words_of(message)
    is_next = is_next_of(kept.album, message)
    file = attached(message)
    files = attachments.joined(kept.form.files, file) if file is not None else kept.form.files
    form = replace(kept.form, files=files)
    said = kept.said
    if text and draft.step == PREVIEW:
        said = {**(said or {NOT_TYPED: form.what}), message.message_id: text}
        form = replace(form, what=tasks.check_what(_joined(said)))
    kept = replace(kept, form=form, album=album_of(message), said=said)
    drafts.go(draft, step=draft.step, now=context.now, form=kept)
    if text and draft.step in TYPED:
        await _hear(context, draft, form, message)
    # An album comes as so many messages: one word for all of them.
    if not is_next:
        shown = await _step(context, draft)
        context.show(_with_what_is_missing(context, draft, shown, said=bool(text)))


def _with_what_is_missing(context: Context, draft: Draft, shown: Message, *, said: bool) -> Message:
    """Say at a step that wants words that files are no words."""
    if draft.step == WHAT:
        return words_missing(context.reader, shown)
    return files_kept(context.reader, shown) if draft.step in TYPED and not said else shown


def _joined(said: Mapping[int, str]) -> str:
    """Give the words of all messages, a message a line; the same ones once."""
    return "\n".join(dict.fromkeys(said.values()))


def _hear_what(context: Context, draft: Draft, form: Assignment, message: TelegramMessage) -> Assignment:
    """Take what is to be done; what a message said before it was edited is replaced, and the rest of it stays."""
    kept, text = AssignmentForm.of(draft), words_of(message)
    said = {**(kept.said if message.message_id in kept.said else {}), message.message_id: text}
    form = replace(form, what=tasks.check_what(_joined(said)))
    line = _line_of(context, form)
    kept = replace(kept, form=form, said=said, late_at=line.late_at, wrong_day=line.wrong_day)
    drafts.go(draft, step=draft.step, now=context.now, form=kept)
    return form


async def _hear(context: Context, draft: Draft, form: Assignment, message: TelegramMessage) -> None:
    text = words_of(message)
    match draft.step:
        case "member":
            choosing.narrow(context, draft, MEMBER, asked=tidy_line(text)[:LONGEST_ASKED], capability=0)
        case "what":
            form = _hear_what(context, draft, form, message)
            if form.due_at is None and form.incident_id is None:
                _go(context, draft, SEVERITY, form)
            else:
                _go(context, draft, PREVIEW, await _completed(context, _as_its_line_says(context, form)))
        case "place":
            _go(context, draft, PREVIEW, replace(form, place=tasks.check_place(tidy_line(text))))
        case _:
            _set_deadline(context, draft, form, deadlines.written(context, text))


@allow(COORDINATORS)
async def on_give(update: Update, context: Context) -> None:
    """Give the task as its preview shows it, once; the preview turns into the coordinator's card."""
    tap = AssignNowTap.unpack(tapped_data(update))
    draft_key = f"{id_of(context.person)}:{tap.key}"
    await tasks.refuse_second_tap(context.session, draft_key=draft_key)
    draft = await drafts.tapped(context.session, person=context.person, key=tap.key)
    if draft.dialogue is not Dialogue.TASK or draft.step != PREVIEW:
        raise StepPassed
    task = await _give(context, read(draft), draft_key)
    await drafts.discard(context.session, person=context.person)
    member = await tasks.owner(context.session, member_id=task.member_id)
    context.notice(views.given(context.reader, code=task.code, member=member.name))
    await show_watch(update, context, task)
    await bring_tally_down(context, task)


async def _give(context: Context, form: Assignment, draft_key: str) -> Task:
    zone = context.office.time_zone
    if form.task_id is None:
        return await tasks.assign(
            context.session, assignment=form, draft_key=draft_key, by=context.person, now=context.now, time_zone=zone
        )
    return await task_steps.reassign(
        context.session,
        task_id=form.task_id,
        member_id=form.member_id,
        due_at=form.due_at,
        by=context.person,
        now=context.now,
        came=context.came,
        time_zone=zone,
        without_label=not labels.named(form),
    )


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=_step, takes_files=True)
