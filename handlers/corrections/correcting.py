"""Correcting what was sent: part by part, with a preview exactly as members will see it; the cards are edited."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from handlers.corrections.forms import CorrectionForm
from handlers.corrections.taps import AnsweredBeforeTap, CorrectTap
from handlers.corrections.views import correcting as views
from handlers.declarations.facts import facts_to_be
from handlers.declarations.fields import hear, set_value
from handlers.declarations.views import steps as fields_views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views import refusals
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Button, Message
from handlers.incidents import sharing
from handlers.incidents.cards import facts_of
from handlers.incidents.views import cards as incident_views
from handlers.incidents.views import sharing as sharing_views
from models.drafts import Dialogue, Draft
from models.incidents import Incident, IncidentStatus
from services.corrections import correcting
from services.corrections.correcting import PARTS, CorrectedMeanwhile, NothingCorrected
from services.declarations.declaring import check_title
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.incidents import lifecycle as incidents
from services.incidents.sharing import readers
from services.incidents.touched import systems as touched
from services.members import capabilities
from services.notation.spelling import tidy_line
from services.notation.tlp import unlabelled
from services.places import choosing, communes

REASON = "reason"
TYPED = ("title", "description", "place", "headcount", "began", "until", REASON)


async def offer(context: Context, incident: Incident) -> Sequence[Button]:
    """Offer to correct what is under way, and to see who answered before it was corrected."""
    if incident.status is IncidentStatus.CLOSED:
        return []
    before = await correcting.answered_before(context.session, incident=incident)
    return views.offer(context.reader, incident, before)


@allow(COORDINATORS)
async def on_correct(update: Update, context: Context) -> None:
    """Begin to correct: all parts as they stand, each behind a button."""
    tap = CorrectTap.unpack(tapped_data(update))
    incident = await incidents.still_open(context.session, incident_id=tap.incident_id)
    sent = await correcting.sent(context.session, incident=incident)
    form = CorrectionForm(sent.said, incident_id=tap.incident_id, corrections=sent.corrections, base=sent.said)
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.CORRECTION,
        step="hub",
        data=form.write(),
        now=context.now,
    )
    context.send(with_loss(context.reader, await step(context, draft), before=before, now=draft))


@allow(COORDINATORS)
async def on_answered_before(update: Update, context: Context) -> None:
    """List who answered before the last correction and not since."""
    tap = AnsweredBeforeTap.unpack(tapped_data(update))
    incident = await incidents.by_id(context.session, incident_id=tap.incident_id)
    before = await correcting.answered_before(context.session, incident=incident, number=tap.page)
    context.show(views.answered_before(context.reader, incident, before, now=context.now))


async def step(context: Context, draft: Draft) -> Message:
    """Make the message of the step at which a correction stands."""
    kept = CorrectionForm.of(draft)
    match draft.step:
        case "hub":
            parts = correcting.changed(kept.base, kept.form)
            return views.hub(context.reader, draft, await _facts(context, kept), parts)
        case "preview":
            return await _preview(context, draft, kept)
        case _ if draft.step == REASON:
            return views.ask_reason(context.reader, draft)
        case part if part in PARTS:
            return await _part(context, draft, part, kept)
        case _:
            raise DraftGone


async def _facts(context: Context, kept: CorrectionForm) -> incident_views.Facts:
    incident = await incidents.by_id(context.session, incident_id=kept.incident_id)
    facts = await facts_of(context.session, incident=incident, office=context.office, reader=context.reader)
    new = await facts_to_be(context, declaration=kept.form, code=incident.code)
    return replace(
        facts,
        severity=new.severity,
        type=new.type,
        sectors=new.sectors,
        title=new.title,
        description=new.description,
        communes=new.communes,
        capabilities=new.capabilities,
        headcount_wanted=new.headcount_wanted,
        headcount_unit=new.headcount_unit,
        began_at=new.began_at,
        until_at=new.until_at,
        corrected_at=context.now,
    )


async def _preview(context: Context, draft: Draft, kept: CorrectionForm) -> Message:
    if not correcting.changed(kept.base, kept.form):
        raise NothingCorrected
    systems = [one.name for one in await touched.of(context.session, incident_id=kept.incident_id)]
    facts = replace(await _facts(context, kept), systems=systems)
    card = incident_views.card(context.reader, facts, now=context.now)
    people = len(await readers.people(context.session, incident_id=kept.incident_id))
    answers = await correcting.answers(context.session, incident_id=kept.incident_id)
    incident = await incidents.by_id(context.session, incident_id=kept.incident_id)
    regraded = await correcting.regraded(context.session, incident=incident, said=kept.form)
    asked = await sharing.asked_of_words(context, _words(kept), incident_id=kept.incident_id)
    return views.preview(
        context.reader,
        draft,
        card,
        people=people,
        answers=answers,
        regraded=regraded,
        reason=kept.reason,
        systems=systems,
        asked=sharing_views.ask_of_words(context.reader, draft, asked) if asked is not None else None,
    )


def _words(kept: CorrectionForm) -> str:
    """Give the words of a correction that may name a label."""
    return correcting.worded(correcting.changed(kept.base, kept.form), kept.form)


async def _settle_label(context: Context, draft: Draft, verb: str) -> None:
    """Give the incident the label that the words name, or take it out of them."""
    kept = CorrectionForm.of(draft)
    if verb == "raise":
        await sharing.raise_label(context, _words(kept), incident_id=kept.incident_id)
        return
    drafts.go(draft, step="preview", now=context.now, form=_unlabelled(kept))


def _unlabelled(kept: CorrectionForm) -> CorrectionForm:
    """Take the labels out of the words that are corrected; raises TitleLength where nothing else is said."""
    parts, form = correcting.changed(kept.base, kept.form), kept.form
    title = check_title(unlabelled(form.title)) if "title" in parts else form.title
    description = unlabelled(form.description) if "description" in parts else form.description
    return replace(kept, form=replace(form, title=title, description=description))


async def _part(context: Context, draft: Draft, part: str, kept: CorrectionForm) -> Message:
    form = kept.form
    if part == "place":
        offered = choosing.offered(kept.place, province_code=context.office.province_code)
        chosen = [communes.commune(code) for code in form.wanted.commune_codes]
        return fields_views.ask_place(context.reader, draft, chosen, offered, asked=kept.place, to_preview=False)
    if part == "capabilities":
        names = await capabilities.names(context.session, language=context.reader.language)
        return fields_views.ask_capabilities(context.reader, draft, names, form.wanted.capability_ids, page=kept.page)
    return fields_views.ask(context.reader, draft, part, form)


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take the buttons: a part to correct, its value, the preview, the word that it goes out."""
    match tap.verb:
        case "edit" if tap.value == "hub" or tap.value in PARTS:
            form = replace(CorrectionForm.of(draft), place="", page=0)
            drafts.go(draft, step=tap.value, now=context.now, form=form)
        case "set" if draft.step in PARTS:
            field = draft.step
            await set_value(context, draft, tap.value)
            if field == "level" and _lacks_a_reason(draft):
                drafts.go(draft, step=REASON, now=context.now)
        case "page" if draft.step == "capabilities":
            form = replace(CorrectionForm.of(draft), page=number_of(tap.value))
            drafts.go(draft, step=draft.step, now=context.now, form=form)
        case "preview":
            drafts.go(draft, step=REASON if _lacks_a_reason(draft) else "preview", now=context.now)
        case "raise" | "unlabel" if draft.step == "preview":
            await _settle_label(context, draft, tap.verb)
        case "back":
            drafts.go(draft, step="hub", now=context.now)
        case "send" if draft.step == "preview":
            await _send(context, draft)
            return
        case _:
            raise StepPassed
    context.show(await step(context, draft))


def _lacks_a_reason(draft: Draft) -> bool:
    """Tell whether the severity changes and nobody has said why."""
    kept = CorrectionForm.of(draft)
    return kept.form.severity is not kept.base.severity and not kept.reason


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the value of the part that is open."""
    text = words_of(update.effective_message)
    if draft.step not in TYPED:
        context.show(buttons_only(context.reader, await step(context, draft)))
        return
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await step(context, draft)))
        return
    if draft.step == REASON:
        kept = replace(CorrectionForm.of(draft), reason=correcting.check_reason(tidy_line(text)))
        drafts.go(draft, step="preview", now=context.now, form=kept)
    else:
        hear(context, draft, text)
    context.show(await step(context, draft))


async def _send(context: Context, draft: Draft) -> None:
    """Correct; what somebody else corrected meanwhile is laid under it, and shown once more before it goes out."""
    kept = CorrectionForm.of(draft)
    try:
        followed = await correcting.correct(
            context.session,
            incident_id=kept.incident_id,
            said=kept.form,
            corrections=kept.corrections,
            by=context.person,
            now=context.now,
            reason=kept.reason,
        )
    except CorrectedMeanwhile as meanwhile:
        await _lay_over(context, draft, kept)
        context.notice(refusals.plain(meanwhile, context.reader), urgent=True)
        context.show(await step(context, draft))
        return
    await drafts.discard(context.session, person=context.person)
    incident = await incidents.by_id(context.session, incident_id=kept.incident_id)
    before = await correcting.answered_before(context.session, incident=incident)
    context.show(views.corrected(context.reader, incident, before, followed, now=context.now))


async def _lay_over(context: Context, draft: Draft, kept: CorrectionForm) -> None:
    incident = await incidents.by_id(context.session, incident_id=kept.incident_id)
    sent = await correcting.sent(context.session, incident=incident)
    form = correcting.laid_over(kept.form, kept.base, sent.said)
    kept = replace(kept, form=form, base=sent.said, corrections=sent.corrections)
    # Where the other has corrected the very same, nothing is left to send.
    left = correcting.changed(kept.base, kept.form)
    drafts.go(draft, step="preview" if left else "hub", now=context.now, form=kept)


async def check(context: Context, draft: Draft) -> None:
    """See that the incident is not over; raises IncidentClosed."""
    await incidents.still_open(context.session, incident_id=CorrectionForm.of(draft).incident_id)


CONVERSATION = Conversation(check=check, on_message=on_message, on_tap=on_tap, step=step)
