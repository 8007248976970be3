"""What coordinators write after the alert beside updates: answers, and the all-clear at the end."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from markupsafe import Markup
from telegram import Update

from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import attached, words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation, edited_words
from handlers.frame.gathering import Gathered
from handlers.frame.taps import DialogueTap
from handlers.frame.views import attached as attached_views
from handlers.frame.views.dialogues import with_loss, words_missing, words_or_files_only
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.incidents import sharing
from handlers.incidents.cards import facts_of, standings_of
from handlers.incidents.forms import NoticeForm
from handlers.incidents.taps import CloseTap
from handlers.incidents.views import notices as views
from handlers.incidents.views import sharing as sharing_views
from handlers.incidents.views.cards import Facts
from models.drafts import Dialogue, Draft
from models.identity import id_of
from models.incidents import NOTICE_SUBJECT, Incident, IncidentStatus, NoticeAudience, NoticeKind
from models.presence import Presence
from services.command import handing
from services.ground import attachments, drafts
from services.ground.drafts import StepPassed
from services.groups import bindings
from services.incidents import answer_steps, notices, responses
from services.incidents import cards as tally_cards
from services.incidents import lifecycle as incidents
from services.incidents.kinds import OfNotice
from services.incidents.sharing import readers
from services.incidents.standings import Standing
from services.outbox.deliveries import Claimed
from services.presence import stays
from services.tally import asked
from services.tally import counting as tally
from services.updates import due

# Words that no message of the person brought stand under this number.
NOT_TYPED = 0


@allow(COORDINATORS)
async def on_close(update: Update, context: Context) -> None:
    """Begin to end an incident: the summary is asked for, then everything is shown once more."""
    tap = CloseTap.unpack(tapped_data(update))
    await begin(context, incident_id=tap.incident_id, kind=NoticeKind.ALL_CLEAR, audience=NoticeAudience.ALL)


async def begin(context: Context, *, incident_id: int, kind: NoticeKind, audience: NoticeAudience) -> None:
    """Begin to write an answer or the all-clear; raises IncidentClosed or NobodyToTell."""
    incident = await incidents.still_open(context.session, incident_id=incident_id)
    people = await notices.recipients(context.session, incident=incident, audience=audience)
    if not people:
        raise notices.NobodyToTell
    before = await drafts.current(context.session, person=context.person)
    form = NoticeForm(incident_id, kind, audience)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.NOTICE,
        step="text",
        data=form.write(),
        now=context.now,
    )
    # The tapped message is the live tally and stays; the question comes below it.
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


def _prefilled(text: str) -> Gathered:
    """Take a proposed text as what was said so far; an empty one leaves nothing said."""
    return Gathered(said={NOT_TYPED: text} if text else {})


async def step(context: Context, draft: Draft) -> Message:
    """Make the question, or the preview with the button that sends."""
    form = NoticeForm.of(draft)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    people = len(await notices.recipients(context.session, incident=incident, audience=form.audience))
    gathered = form.gathered
    if draft.step == "text":
        question = views.ask(context.reader, draft, form.kind, form.audience, code=incident.code, people=people)
        return words_missing(context.reader, question) if gathered.files and not form.words else question
    facts = await facts_of(context.session, incident=incident, office=context.office, reader=context.reader)
    if form.kind is NoticeKind.ALL_CLEAR:
        # Whoever gets it sees the incident as it stands then.
        facts = replace(facts, status=IncidentStatus.CLOSED)
    with_files = attached_views.gathered(context.reader, gathered.files, is_album=bool(gathered.album))
    shown = views.notice(context.reader, facts, form.kind, form.words, with_files=with_files, engaged=False)
    engaged = await notices.recipients(context.session, incident=incident, audience=NoticeAudience.READY)
    label = await sharing.asked_of_words(context, form.words, incident_id=form.incident_id)
    some_stand_down = bool(engaged) and views.asks_to_stand_down(facts, form.kind)
    return views.preview(
        context.reader,
        draft,
        shown,
        form.kind,
        people=people,
        some_stand_down=some_stand_down,
        left_open=await _left_open(context, incident) if form.kind is NoticeKind.ALL_CLEAR else (),
        has_files=bool(gathered.files),
        asked=sharing_views.ask_of_words(context.reader, draft, label) if label is not None else None,
    )


async def _left_open(context: Context, incident: Incident) -> Sequence[str]:
    """Gather from every wing what is still open of an incident that is about to end."""
    return [said for tell in context.turn.left_open for said in await tell(context, incident)]


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons: the suggested summary, back to the text, without the files, send."""
    gathered = NoticeForm.of(draft).gathered
    match tap.verb:
        case "suggest" if draft.step == "text":
            _keep(context, draft, replace(gathered, said=_prefilled(await _suggestion(context, draft)).said))
        case "drop" if draft.step == "preview":
            _keep(context, draft, gathered.without_files())
        case "raise" | "unlabel" if draft.step == "preview":
            await _settle_label(context, draft, tap.verb)
        case "back" if draft.step == "preview":
            drafts.go(draft, step="text", now=context.now)
        case "send" if draft.step == "preview":
            await _send(context, draft)
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


async def _settle_label(context: Context, draft: Draft, verb: str) -> None:
    """Give the incident the label that the words name, or take it out of them."""
    form = NoticeForm.of(draft)
    if verb == "raise":
        await sharing.raise_label(context, form.words, incident_id=form.incident_id)
        return
    left = form.without_labels()
    drafts.go(draft, step="preview" if left.words else "text", now=context.now, form=left)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the text and the files, and show them as their readers will see them."""
    message = update.effective_message
    text = words_of(message)
    if message is None or text.startswith("/") or not (text or attached(message)):
        context.show(words_or_files_only(context.reader, await step(context, draft)))
        return
    before = NoticeForm.of(draft).gathered
    _keep(context, draft, before.joined_by(message, anew=True))
    # An album comes as so many messages: one word for all of them.
    if not before.is_next(message):
        context.show(await step(context, draft))


def _keep(context: Context, draft: Draft, gathered: Gathered) -> None:
    """Keep what was said, and go to the preview once there are words; raises NoticeLength."""
    form = replace(NoticeForm.of(draft), gathered=gathered)
    if form.words:
        notices.check_text(form.words)
    drafts.go(draft, step="preview" if form.words else "text", now=context.now, form=form)


async def _suggestion(context: Context, draft: Draft) -> str:
    """Sum an incident up by its figures."""
    incident = await incidents.by_id(context.session, incident_id=NoticeForm.of(draft).incident_id)
    counted = await tally.count(context.session, incident=incident, now=context.now)
    # It goes to everybody: in the language of the office, whatever the coordinator speaks.
    reader = context.office.reader(context.office.language)
    return views.summary(reader, counted, since=incident.declared_at)


async def _send(context: Context, draft: Draft) -> None:
    form = NoticeForm.of(draft)
    files = form.gathered.files
    if form.kind is NoticeKind.ALL_CLEAR:
        people = await notices.all_clear(
            context.session,
            incident_id=form.incident_id,
            summary=form.words,
            files=files,
            by=context.person,
            now=context.now,
        )
    else:
        people = await notices.say(
            context.session,
            incident_id=form.incident_id,
            kind=form.kind,
            audience=form.audience,
            text=form.words,
            files=files,
            by=context.person,
            now=context.now,
        )
    await drafts.discard(context.session, person=context.person)
    incident = await incidents.by_id(context.session, incident_id=form.incident_id)
    if form.kind is NoticeKind.ALL_CLEAR:
        await handing.tell_of_end(context.session, incident=incident, by=context.person, now=context.now)
        await due.redraw(context.session, incident=incident, now=context.now)
    questions = await asked.waiting(context.session, incident_id=form.incident_id)
    with_files = attached_views.gathered(context.reader, files, is_album=False)
    sent = views.sent(
        context.reader,
        form.kind,
        code=incident.code,
        people=people,
        questions=questions,
        with_files=with_files,
        follows=await _after_end(context, incident) if form.kind is NoticeKind.ALL_CLEAR else (),
    )
    context.show(sent)
    await tally_cards.bring_down(context.session, incident_id=form.incident_id, person=context.person, now=context.now)


async def _after_end(context: Context, incident: Incident) -> Sequence[Markup]:
    """Gather from every wing what comes by itself after the end of an incident."""
    return [said for tell in context.turn.after_end for said in await tell(context, incident)]


async def hear_edit(update: Update, context: Context) -> bool:
    """Tell a coordinator who edits what was sent as a notice that it stands, and how to correct it."""
    message = await edited_words(update, context)
    if message is None:
        return False
    said = await notices.said_from(context.session, by=context.person, written_at=message.date, text=words_of(message))
    if said is None:
        return False
    incident = await incidents.by_id(context.session, incident_id=said.incident_id)
    is_open = incident.status is not IncidentStatus.CLOSED
    context.send(views.stands(context.reader, said, code=incident.code, is_open=is_open))
    return True


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make an answer or an all-clear for one recipient; those engaged are asked to stand down."""
    brought = claimed.read(OfNotice)
    if brought is None:
        return None
    session = occasion.session
    said = await notices.by_id(session, notice_id=brought.notice_id)
    incident = await incidents.by_id(session, incident_id=said.incident_id)
    in_group = claimed.group_id is not None
    if not await is_told(occasion, claimed, incident_id=said.incident_id):
        return None

    async def gather() -> tuple[Facts, Markup | None]:
        facts = await facts_of(session, incident=incident, office=occasion.office, reader=reader)
        files = await attachments.of(session, subject=NOTICE_SUBJECT, subject_id=brought.notice_id)
        return facts, attached_views.below(reader, files)

    if said.kind is NoticeKind.ALL_CLEAR and said.said_at != incident.closed_at:
        # The end was taken back since: who has not heard of it need not, and who has is told so.
        return views.taken_back(reader, incident) if claimed.is_edit else None
    if said.kind is NoticeKind.REOPENED and incident.status is IncidentStatus.CLOSED and not claimed.is_edit:
        return None
    facts, with_files = await occasion.once(claimed, gather)
    taking = await _taking_part(occasion, incident, claimed) if said.kind is NoticeKind.ALL_CLEAR else []
    confirmed = [down for down in taking if down is not None]
    engaged = len(confirmed) < len(taking)
    return views.notice(
        reader,
        facts,
        said.kind,
        said.text,
        with_files=with_files,
        engaged=engaged,
        stood_down=reader.short_moment(max(confirmed), occasion.now) if confirmed and not engaged else "",
        useful=await _opinion(occasion, claimed, incident_id=said.incident_id),
        repeated=claimed.is_repeat,
        in_group=in_group,
    )


async def is_told(occasion: Occasion, claimed: Claimed, *, incident_id: int) -> bool:
    """Tell whether a recipient is still told what follows of an incident; looked up for the whole batch at once."""
    if claimed.group_id is not None:
        return await bindings.spoken_to(occasion.session, group_id=claimed.group_id) is not None
    if claimed.person_id is None:
        return True

    async def look() -> Collection[int]:
        people = {one.person_id for one in occasion.batch if one.person_id is not None}
        return await readers.among(occasion.session, incident_id=incident_id, people=people)

    return claimed.person_id in await occasion.once(claimed, look, about=("told", incident_id))


async def _opinion(occasion: Occasion, claimed: Claimed, *, incident_id: int) -> bool | None:
    """Tell what the recipient said of an alert; nobody has said anything before they have the message."""
    if claimed.person_id is None or not claimed.is_edit:
        return None
    return await responses.opinion(occasion.session, incident_id=incident_id, person_id=claimed.person_id)


async def _taking_part(occasion: Occasion, incident: Incident, claimed: Claimed) -> Sequence[datetime | None]:
    """Tell when each of a recipient's businesses that took part until the end stood down, None where it has not.

    Whoever had gone before the end has nothing to confirm.
    """

    async def look() -> Mapping[int, Presence]:
        return await stays.newest(occasion.session, incident_id=id_of(incident))

    came = await occasion.once(claimed, look, about=("on site", id_of(incident)))
    standings = await standings_of(occasion.session, incident, claimed)
    downs = [_down(one, came.get(id_of(one.member))) for one in standings if _takes_part(one, came)]
    return [down for down in downs if not (down and incident.closed_at and down <= incident.closed_at)]


def _takes_part(standing: Standing, came: Mapping[int, Presence]) -> bool:
    said = standing.response is not None and standing.response.answer in answer_steps.ENGAGED
    return said or id_of(standing.member) in came


def _down(standing: Standing, stay: Presence | None) -> datetime | None:
    if standing.response is not None:
        return standing.response.stood_down_at
    return stay.left_at if stay is not None else None


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=NoticeForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=step, takes_files=True)
