"""What each step of registration does with what is typed or tapped: a new form, and the step that follows."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from telegram import Contact, Update, User

from handlers.applications.views import registration as views
from handlers.frame.context import Context
from handlers.frame.taps import TapUnreadable, number_of
from handlers.frame.views.dialogues import buttons_only, words_only
from handlers.frame.views.message import Message
from models.drafts import Draft
from models.identity import id_of
from models.members import ContactKind, Sector
from models.people import Person
from services.applications import form as registration_form
from services.applications import registration
from services.applications.form import Form, Step
from services.applications.registration import PersonNameUnfit
from services.ground import drafts
from services.members import capabilities
from services.notation.phones import read_phone
from services.notation.tax_codes import read_tax_code
from services.people import accounts, businesses
from services.places import communes

Moved = tuple[Form, Step]
Show = Callable[[Context, Draft], Awaitable[Message]]


async def sheet(context: Context, draft: Draft) -> views.StepSheet:
    """Gather what a step's message is made from; for a phone, a second message offers the button below the line."""
    form = Form.of(draft)
    if draft.step == Step.PHONE:
        context.send(views.share_contact(context.reader))
    known = form.member_id or form.editing
    return views.StepSheet(
        draft=draft,
        form=form,
        office=context.office,
        own_name=own_name(context.person),
        consent_version=accounts.CONSENT_VERSION,
        catalogue=await capabilities.catalogue(context.session, language=context.reader.language),
        chosen=await capabilities.named(context.session, ids=form.capabilities or {}, language=context.reader.language),
        known=await businesses.by_id(context.session, member_id=known) if known is not None else None,
    )


async def hear(update: Update, context: Context, draft: Draft, *, show: Show) -> None:
    """Take what is typed or shared at a step; a wrong kind of input gets a word and the step once more."""
    message, step = update.effective_message, Step(draft.step)
    if message is None:
        return
    form = Form.of(draft)
    if step is Step.PHONE and message.contact is not None:
        await move(context, draft, share_phone(form, message.contact, update.effective_user), show=show)
    elif step not in TYPED:
        question = await show(context, draft)
        if step is Step.CONSENT:
            # The text stands above and is long: to repeat it with every word typed would bury it.
            context.show(views.consent_again(context.reader, question))
        else:
            context.show(buttons_only(context.reader, question))
    elif message.text is None or message.text.startswith("/"):
        context.show(words_only(context.reader, await show(context, draft)))
    else:
        await move(context, draft, await TYPED[step](context, form, message.text), show=show)


async def move(context: Context, draft: Draft, moved: Moved, *, show: Show) -> None:
    """Go to a step with what was said, and show it."""
    form, step = moved
    if step != draft.step:
        form = registration_form.enter(form, step)
        take_contact_button_away(context, draft, form)
    drafts.go(draft, step=step, now=context.now, form=form)
    context.show(await show(context, draft))


def take_contact_button_away(context: Context, draft: Draft, form: Form) -> None:
    """Remove the button below the input line when its step is over."""
    if draft.step == Step.PHONE:
        context.send(views.contact_button_gone(context.reader, form))


def onward(form: Form) -> Moved:
    """Go to the first step without an answer."""
    return form, registration_form.next_step(form)


def own_name(person: Person) -> str:
    """Give a person's name on Telegram where it can be a name; else nothing."""
    try:
        return registration.read_person_name(person.name)
    except PersonNameUnfit:
        return ""


async def _type_tax_code(context: Context, form: Form, text: str) -> Moved:
    tax_code = read_tax_code(text)
    return onward(
        await registration.with_tax_code(context.session, person=context.person, form=form, tax_code=tax_code)
    )


async def _type_name(_context: Context, form: Form, text: str) -> Moved:
    return onward(replace(form, name=registration.read_business_name(text)))


async def _type_commune(context: Context, form: Form, text: str) -> Moved:
    offer = registration.offer_communes(text, province_code=context.office.province_code)
    former = offer.former.address if offer.former else ""
    return replace(form, found=tuple(one.code for one in offer.communes), former=former), Step.COMMUNE


async def _type_business_phone(_context: Context, form: Form, text: str) -> Moved:
    return onward(replace(form, business_phone=read_phone(text)))


async def _type_headcount(_context: Context, form: Form, text: str) -> Moved:
    return onward_with_headcount(form, registration.read_headcount(text))


def onward_with_headcount(form: Form, headcount: int) -> Moved:
    """Write a headcount down and go on to the next capability, or to the next step."""
    return onward(registration_form.with_headcount(form, headcount))


async def _type_person(_context: Context, form: Form, text: str) -> Moved:
    return onward(replace(form, person=registration.read_person_name(text)))


async def _type_title(_context: Context, form: Form, text: str) -> Moved:
    return onward(replace(form, title=registration.read_job_title(text)))


async def _type_phone(_context: Context, form: Form, text: str) -> Moved:
    return onward(replace(form, phone=read_phone(text)))


def share_phone(form: Form, contact: Contact, sender: User | None) -> Moved:
    """Take the number of a shared contact card, which must be the person's own; raises ForeignContact."""
    if sender is None or contact.user_id != sender.id:
        raise registration.ForeignContact
    # Telegram gives international numbers, often without their plus.
    written = contact.phone_number
    international = written if written.startswith(("+", "0")) else f"+{written}"
    return onward(replace(form, phone=read_phone(international)))


async def take(context: Context, form: Form, step: Step, value: str) -> Moved:
    """Take a tapped button of a step; raises TapUnreadable for what no button says."""
    if value == views.BACK:
        return _back(form, step)
    if value == views.KEEP:
        return onward(form)
    if step not in TAPPED:
        raise TapUnreadable
    return await TAPPED[step](context, form, value)


def _back(form: Form, step: Step) -> Moved:
    if step is Step.HEADCOUNT:
        before = registration_form.ask_headcount_before(form)
        if before is not None:
            return before, Step.HEADCOUNT
    return form, registration_form.previous_step(form, step)


async def _tap_known(_context: Context, form: Form, value: str) -> Moved:
    if value == views.JOIN:
        return onward(replace(form, joining=True))
    if value == views.OTHER:
        return onward(registration_form.without_tax_code(form))
    raise TapUnreadable


async def _tap_sector(_context: Context, form: Form, value: str) -> Moved:
    if value == views.NEXT:
        return onward(registration_form.with_sectors(form))
    if value[1:] not in set(Sector):
        raise TapUnreadable
    return _ticked(form, value), Step.SECTORS


def _ticked(form: Form, value: str) -> Form:
    if value[:1] not in ("+", "-"):
        raise TapUnreadable
    return registration_form.pick(form, value[1:], on=value[0] == "+")


async def _tap_commune(context: Context, form: Form, value: str) -> Moved:
    if value not in form.found or communes.commune(value).province_code != context.office.province_code:
        raise TapUnreadable
    return onward(replace(form, commune_code=value))


async def _tap_business_phone(_context: Context, form: Form, value: str) -> Moved:
    if value != views.NO_PHONE:
        raise TapUnreadable
    return onward(replace(form, business_phone=""))


async def _tap_capability(context: Context, form: Form, value: str) -> Moved:
    offered = [id_of(one) for one in await capabilities.catalogue(context.session)]
    if value == views.NEXT:
        return onward(registration_form.with_capabilities(form, offered))
    if value.startswith(views.PAGE_MARK):
        return replace(form, page=number_of(value[1:])), Step.CAPABILITIES
    if value[1:] not in map(str, offered):
        raise TapUnreadable
    return _ticked(form, value), Step.CAPABILITIES


async def _tap_headcount(_context: Context, form: Form, value: str) -> Moved:
    return onward_with_headcount(form, registration.read_headcount(value))


async def _tap_person(context: Context, form: Form, value: str) -> Moved:
    if value != views.OWN_NAME:
        raise TapUnreadable
    return onward(replace(form, person=registration.read_person_name(context.person.name)))


async def _tap_contact(_context: Context, form: Form, value: str) -> Moved:
    if value not in set(ContactKind):
        raise TapUnreadable
    return onward(replace(form, contact=ContactKind(value)))


async def _tap_review(_context: Context, form: Form, value: str) -> Moved:
    """Go to the part that is to be changed; its answer stays until there is another."""
    if value not in views.editable(form):
        raise TapUnreadable
    return form, Step(value)


TYPED: Mapping[Step, Callable[[Context, Form, str], Awaitable[Moved]]] = {
    Step.TAX_CODE: _type_tax_code,
    Step.NAME: _type_name,
    Step.COMMUNE: _type_commune,
    Step.BUSINESS_PHONE: _type_business_phone,
    Step.HEADCOUNT: _type_headcount,
    Step.PERSON: _type_person,
    Step.TITLE: _type_title,
    Step.PHONE: _type_phone,
}
TAPPED: Mapping[Step, Callable[[Context, Form, str], Awaitable[Moved]]] = {
    Step.KNOWN: _tap_known,
    Step.SECTORS: _tap_sector,
    Step.COMMUNE: _tap_commune,
    Step.BUSINESS_PHONE: _tap_business_phone,
    Step.CAPABILITIES: _tap_capability,
    Step.HEADCOUNT: _tap_headcount,
    Step.PERSON: _tap_person,
    Step.CONTACT: _tap_contact,
    Step.REVIEW: _tap_review,
}
