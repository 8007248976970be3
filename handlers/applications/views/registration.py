"""The steps of registration as the applicant sees them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from handlers.applications.views import consent
from handlers.applications.views.deciding import business_lines, candidate_lines
from handlers.frame.office import Office
from handlers.frame.taps import DialogueTap, MenuTap
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import page_of, turning
from handlers.frame.views.quantities import counted
from handlers.frame.views.reader import Reader
from models.capabilities import Capability, Unit
from models.drafts import Draft
from models.identity import id_of
from models.members import ContactKind, Member, MemberStatus, Sector
from services.applications import form as registration_form
from services.applications import registration
from services.applications.form import Form, Step
from services.members import capabilities
from services.notation.phones import show_phone
from services.places import communes

RESUME, RESTART = "resume", "restart"
BACK, KEEP, NEXT = "back", "keep", "next"
AGREE, DECLINE, LISTED = "agree", "decline", "listed"
TERMS, TERMS_2 = "terms", "terms2"
JOIN, OTHER = "join", "other"
OWN_NAME = "own"
SUBMIT = "submit"
PAGE_MARK = "p"
NO_PHONE = "none"
HEADCOUNTS = (1, 2, 3, 5, 10, 20)
KNOWN = {MemberStatus.APPROVED: "registration-known", MemberStatus.INVITED: "registration-known-invited"}
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class StepSheet:
    """What a step's message is made from; `known` is the business of the tax code, if the network knows it."""

    draft: Draft
    form: Form
    office: Office
    own_name: str
    consent_version: str
    catalogue: Sequence[Capability]
    chosen: Sequence[Capability]
    known: Member | None


def stage(step: str, form: Form) -> str:
    """Name a step so that its buttons are told from those of every other; each headcount is one of its own."""
    return f"{step}-{form.unasked[0]}" if step == Step.HEADCOUNT and form.unasked else step


def step(reader: Reader, sheet: StepSheet) -> Message:
    """Show the step where the dialogue stands."""
    return STEPS[Step(sheet.draft.step)](reader, sheet)


def _button(sheet: StepSheet, text: str, value: str, style: Style | None = None) -> Button:
    verb = stage(sheet.draft.step, sheet.form)
    return Button(text, DialogueTap(sheet.draft.key, verb, value).pack(), style)


def _heading(reader: Reader, sheet: StepSheet) -> Markup:
    """Say what the step belongs to, and which of how many it is; edited data are no way to be walked along."""
    name = sheet.known.name if sheet.known else ""
    if sheet.form.editing is not None:
        return reader.say("editing-heading", name=name)
    number, count = registration_form.progress(sheet.form, Step(sheet.draft.step))
    if sheet.form.invitation_id is not None:
        return reader.say("registration-heading-invited", name=name, number=number, count=count)
    return reader.say("registration-heading", number=number, count=count)


def _way_out(reader: Reader, sheet: StepSheet) -> Rows:
    """Make the last row: back, except on the first step, and cancel."""
    cancel = dialogues.of_step(sheet.draft, dialogues.CANCEL, reader.label("button-cancel"))
    first_step = registration_form.path(sheet.form)[0]
    first = sheet.draft.step == first_step and registration_form.next_step(sheet.form) is not Step.REVIEW
    if first:
        return ((cancel,),)
    return ((_button(sheet, reader.label("button-back"), BACK), cancel),)


def _asking(reader: Reader, sheet: StepSheet, *parts: Markup, rows: Rows = ()) -> Message:
    text = Markup("\n\n").join([_heading(reader, sheet), *parts])
    return Message(text, rows=(*rows, *_way_out(reader, sheet)))


def _with_answer(reader: Reader, sheet: StepSheet, question: str, written: str, rows: Rows = ()) -> Message:
    """Ask in words; what was said before is shown and can be kept."""
    if not written:
        return _asking(reader, sheet, reader.say(question), rows=rows)
    keep = (_button(sheet, reader.label("registration-button-keep"), KEEP),)
    return _asking(
        reader, sheet, reader.say(question), reader.say("registration-written", value=written), rows=(*rows, keep)
    )


def _consent(reader: Reader, sheet: StepSheet) -> Message:
    asking = reader.say(
        "registration-consent",
        department=sheet.office.department,
    )
    brief = consent.brief(reader, department=sheet.office.department, version=sheet.consent_version)
    parts = [asking, brief, reader.say("registration-consent-free")]
    if sheet.form.invitation_id is not None and sheet.known is not None:
        parts.insert(0, reader.say(f"registration-invited-{sheet.form.contact}", name=sheet.known.name))
    agree = _button(sheet, reader.label("registration-button-agree"), AGREE)
    decline = _button(sheet, reader.label("registration-button-decline"), DECLINE)
    listed = _button(sheet, consent.listing(reader, listed=sheet.form.listed), LISTED)
    whole = _button(sheet, reader.label("consent-button-terms"), TERMS)
    return Message(Markup("\n\n").join(parts), rows=((listed,), (agree, decline), (whole,)))


def consent_again(reader: Reader, question: Message) -> Message:
    """Ask shortly for one of the two buttons under the consent text that stands above."""
    return replace(question, text=reader.say("registration-consent-again"))


def terms(reader: Reader, sheet: StepSheet, *, page: int) -> Message:
    """Show a page of the whole text to which consent is asked, and the ways on and back to the question."""
    text = consent.terms(reader, office=sheet.office, version=sheet.consent_version, page=page)
    more = ((_button(sheet, reader.label("consent-button-more"), TERMS_2),),) if page == 1 else ()
    return Message(text, rows=(*more, (dialogues.button(sheet.draft, RESUME, reader.label("button-back")),)))


def _tax_code(reader: Reader, sheet: StepSheet) -> Message:
    return _with_answer(reader, sheet, "registration-ask-tax-code", sheet.form.tax_code)


def _known(reader: Reader, sheet: StepSheet) -> Message:
    name = sheet.known.name if sheet.known else ""
    status = sheet.known.status if sheet.known else MemberStatus.PENDING
    key = KNOWN.get(status, "registration-known-waiting")
    return _asking(
        reader,
        sheet,
        reader.say(key, tax_code=sheet.form.tax_code, name=name),
        rows=(
            (_button(sheet, reader.label("registration-button-join"), JOIN),),
            (_button(sheet, reader.label("registration-button-other"), OTHER),),
        ),
    )


def _name(reader: Reader, sheet: StepSheet) -> Message:
    return _with_answer(reader, sheet, "registration-ask-name", sheet.form.name)


def _sectors(reader: Reader, sheet: StepSheet) -> Message:
    rows = tuple((_toggle(sheet, reader.label(f"sector-{sector}"), sector.value),) for sector in Sector)
    return _asking(
        reader,
        sheet,
        reader.say("registration-ask-sectors"),
        rows=(*rows, (_button(sheet, reader.label("registration-button-next"), NEXT, Style.PRIMARY),)),
    )


def _toggle(sheet: StepSheet, name: str, choice: str) -> Button:
    """Make a button that ticks or unticks: it carries what it leads to, so that a double tap does no more."""
    ticked = choice in sheet.form.picked
    return _button(sheet, f"{'☑' if ticked else '☐'} {name}", f"{'-' if ticked else '+'}{choice}")


def _commune(reader: Reader, sheet: StepSheet) -> Message:
    if sheet.form.found:
        rows = tuple((_button(sheet, communes.commune(code).name, code),) for code in sheet.form.found)
        said = [reader.say("registration-choose-commune")]
        if sheet.form.former:
            said.insert(0, reader.say("commune-of-before", former=sheet.form.former))
        return _asking(reader, sheet, Markup("\n").join(said), rows=rows)
    written = communes.commune(sheet.form.commune_code).name if sheet.form.commune_code else ""
    return _with_answer(reader, sheet, "registration-ask-commune", written)


def _business_phone(reader: Reader, sheet: StepSheet) -> Message:
    if not sheet.form.business_phone:
        keep = ((_button(sheet, reader.label("registration-button-no-phone"), NO_PHONE),),)
        return _asking(reader, sheet, reader.say("registration-ask-business-phone"), rows=keep)
    drop = ((_button(sheet, reader.label("registration-button-drop-phone"), NO_PHONE),),)
    written = show_phone(sheet.form.business_phone)
    return _with_answer(reader, sheet, "registration-ask-business-phone", written, drop)


def _capabilities(reader: Reader, sheet: StepSheet) -> Message:
    page = page_of(sheet.catalogue, sheet.form.page)
    rows = tuple((_toggle(sheet, capabilities.name_of(one, reader.language), str(id_of(one))),) for one in page.items)
    verb = stage(sheet.draft.step, sheet.form)
    turn = turning(page, lambda number: DialogueTap(sheet.draft.key, verb, f"{PAGE_MARK}{number}").pack())
    onward = _button(
        sheet,
        reader.label("registration-button-next" if sheet.form.picked else "registration-button-none"),
        NEXT,
        Style.PRIMARY,
    )
    return _asking(
        reader,
        sheet,
        reader.say("registration-ask-capabilities"),
        _picked(reader, sheet),
        rows=(*rows, *turn, (onward,)),
    )


def _picked(reader: Reader, sheet: StepSheet) -> Markup:
    """Name what is ticked: the ticks of other pages cannot be seen."""
    names = [
        capabilities.name_of(one, reader.language) for one in sheet.catalogue if str(id_of(one)) in sheet.form.picked
    ]
    if not names:
        return reader.say("registration-nothing-picked")
    return reader.say("registration-picked", count=len(names), names=", ".join(names))


def _headcount(reader: Reader, sheet: StepSheet) -> Message:
    asked = sheet.form.unasked[0]
    chosen = {id_of(one): one for one in sheet.chosen}
    name = capabilities.name_of(chosen[asked], reader.language) if asked in chosen else ""
    unit = chosen[asked].unit if asked in chosen else Unit.PEOPLE
    question = reader.say(
        "registration-ask-headcount",
        capability=name,
        unit=reader.label(f"unit-name-{unit}"),
        number=len(sheet.chosen) - len(sheet.form.unasked) + 1,
        count=len(sheet.chosen),
    )
    numbers = [_button(sheet, reader.number(count), str(count)) for count in HEADCOUNTS]
    rows: Rows = (tuple(numbers[:3]), tuple(numbers[3:]))
    said = (sheet.form.capabilities or {}).get(asked, 0)
    if said and said not in HEADCOUNTS:
        rows = (
            *rows,
            (
                _button(
                    sheet,
                    reader.label("registration-button-keep-count", counted=counted(reader, said, unit)),
                    str(said),
                ),
            ),
        )
    return _asking(reader, sheet, question, rows=rows)


def _person(reader: Reader, sheet: StepSheet) -> Message:
    if not sheet.own_name or sheet.own_name == sheet.form.person:
        return _with_answer(reader, sheet, "registration-ask-person", sheet.form.person)
    suggestion = ((_button(sheet, sheet.own_name, OWN_NAME),),)
    return _with_answer(reader, sheet, "registration-ask-person-or-choose", sheet.form.person, suggestion)


def _title(reader: Reader, sheet: StepSheet) -> Message:
    return _with_answer(reader, sheet, "registration-ask-title", sheet.form.title)


def _phone(reader: Reader, sheet: StepSheet) -> Message:
    written = show_phone(sheet.form.phone) if sheet.form.phone else ""
    return _with_answer(reader, sheet, "registration-ask-phone", written)


def share_contact(reader: Reader) -> Message:
    """Offer the button below the input line that shares one's own number; it cannot stand beside other buttons."""
    return Message(
        reader.say("registration-share-contact"),
        contact_button=reader.label("registration-button-contact"),
    )


def contact_button_gone(reader: Reader, form: Form) -> Message:
    """Take the button below the input line away, with the number that was given, if any."""
    if form.phone:
        return Message(reader.say("registration-phone-written", phone=show_phone(form.phone)), drop_keyboard=True)
    return Message(reader.say("registration-contact-button-gone"), drop_keyboard=True)


def _contact(reader: Reader, sheet: StepSheet) -> Message:
    rows = tuple((_button(sheet, reader.label(f"registration-button-{kind}"), kind.value),) for kind in ContactKind)
    return _asking(reader, sheet, reader.say("registration-ask-contact"), rows=rows)


def _review(reader: Reader, sheet: StepSheet) -> Message:
    described = registration.described(sheet.form)
    if sheet.known is not None:
        described = replace(described, name=sheet.known.name)
    joining = sheet.form.member_id is not None
    business = business_lines(reader, described, sheet.chosen, joining=joining)
    parts = [
        _heading(reader, sheet),
        reader.say("registration-review"),
        Markup("\n").join([*business, *candidate_lines(reader, described.candidate)]),
        reader.say("registration-review-hint"),
    ]
    if sheet.form.question:
        parts.insert(1, reader.say("registration-question", question=sheet.form.question))
    submit = _button(sheet, reader.label("registration-button-submit"), SUBMIT, Style.SUCCESS)
    return Message(Markup("\n\n").join(parts), rows=((submit,), *edits(reader, sheet), *_way_out(reader, sheet)))


def edits(reader: Reader, sheet: StepSheet) -> Rows:
    """Make a button for each part that may be changed, two in a row."""
    parts = editable(sheet.form)
    buttons = [_button(sheet, reader.label(f"registration-edit-{_kebab(part)}"), part.value) for part in parts]
    return tuple(tuple(buttons[start : start + 2]) for start in range(0, len(buttons), 2))


def editable(form: Form) -> tuple[Step, ...]:
    """List the parts that the review may change: in a wish to join, the business is kept."""
    fixed = {Step.KNOWN, Step.HEADCOUNT, Step.REVIEW}
    if form.member_id is not None and form.application_id is not None:
        fixed.add(Step.TAX_CODE)
    return tuple(one for one in registration_form.path(form) if one not in fixed)


def _kebab(part: Step) -> str:
    return part.value.replace("_", "-")


def go_on_or_anew(reader: Reader, draft: Draft, form: Form) -> Message:
    """Ask someone who comes back whether to go on where they stopped or to start anew."""
    return Message(
        reader.say("registration-unfinished", part=reader.say(f"registration-part-{_kebab(Step(draft.step))}")),
        rows=(
            (dialogues.button(draft, RESUME, reader.label("registration-button-resume")),),
            (dialogues.button(draft, RESTART, reader.label("registration-button-restart")),),
            (dialogues.of_step(draft, dialogues.CANCEL, reader.label("button-cancel")),),
        ),
    )


def declined(reader: Reader, form: Form) -> Message:
    """Take leave of someone who does not consent: nothing is stored, and a link still holds."""
    key = "registration-declined" if form.invitation_id is None else "registration-declined-invited"
    return Message(reader.say(key), rows=_menu(reader))


def submitted(reader: Reader, *, name: str, number: int, department: str, joining: bool) -> Message:
    """Confirm that the application is with the coordinators, and say what happens next."""
    key = "registration-submitted-join" if joining else "registration-submitted"
    text = reader.say(key, name=name, number=str(number), department=department)
    return Message(text, rows=_menu(reader))


def _menu(reader: Reader) -> Rows:
    return ((Button(reader.label("button-menu"), MenuTap("menu").pack()),),)


STEPS: Mapping[Step, Callable[[Reader, StepSheet], Message]] = {
    Step.CONSENT: _consent,
    Step.TAX_CODE: _tax_code,
    Step.KNOWN: _known,
    Step.NAME: _name,
    Step.SECTORS: _sectors,
    Step.COMMUNE: _commune,
    Step.BUSINESS_PHONE: _business_phone,
    Step.CAPABILITIES: _capabilities,
    Step.HEADCOUNT: _headcount,
    Step.PERSON: _person,
    Step.TITLE: _title,
    Step.PHONE: _phone,
    Step.CONTACT: _contact,
    Step.REVIEW: _review,
}
