"""The form that a person fills in step by step: what was said so far, and which step follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from models.members import ContactKind, Sector
from services.ground.forms import DraftForm
from services.ground.refusals import Refusal


class NoSectorChosen(Refusal):
    """A business works in at least one sector."""


class Step(StrEnum):
    """The steps of registration, in their order; a business's own phone is asked for only when data are edited."""

    CONSENT = "consent"
    TAX_CODE = "tax_code"
    KNOWN = "known"
    NAME = "name"
    SECTORS = "sectors"
    COMMUNE = "commune"
    BUSINESS_PHONE = "business_phone"
    CAPABILITIES = "capabilities"
    HEADCOUNT = "headcount"
    PERSON = "person"
    TITLE = "title"
    PHONE = "phone"
    CONTACT = "contact"
    REVIEW = "review"


# Steps that are part of the one before them and have no number of their own.
SUBORDINATE = frozenset({Step.KNOWN, Step.HEADCOUNT})


@dataclass(frozen=True)
class Form(DraftForm):
    """What a person said so far.

    `member_id` is the known business of the tax code, `joining` the wish to speak for it. `capabilities` maps an
    id to a headcount (0 where none was said) and is None before the step; `unasked` are those whose headcount is
    still asked for. `picked`, `page` and `found` are what is ticked or offered at the step under way; `former` is the
    commune of before July 2025 that was typed there, with its district.
    `application_id` and `question` belong to an application that was sent back. `invitation_id` is the link that
    brought the person here, and says which contact they are. `editing` is the business (id) whose data are edited.
    `listed` is whether the person wishes to be found in the roster by other businesses.
    """

    tax_code: str = ""
    member_id: int | None = None
    joining: bool = False
    name: str = ""
    sectors: tuple[Sector, ...] = ()
    commune_code: str = ""
    business_phone: str = ""
    capabilities: Mapping[int, int] | None = None
    unasked: tuple[int, ...] = ()
    person: str = ""
    title: str = ""
    phone: str = ""
    contact: ContactKind | None = None
    picked: tuple[str, ...] = ()
    page: int = 0
    found: tuple[str, ...] = ()
    former: str = ""
    application_id: int | None = None
    question: str = ""
    invitation_id: int | None = None
    editing: int | None = None
    listed: bool = False


def path(form: Form) -> tuple[Step, ...]:
    """List the steps that this form goes through after the consent."""
    oneself = (Step.PERSON, Step.TITLE, Step.PHONE)
    headcount = (Step.HEADCOUNT,) if form.capabilities else ()
    if form.editing is not None:
        business = (Step.NAME, Step.TAX_CODE, Step.SECTORS, Step.COMMUNE, Step.BUSINESS_PHONE, Step.CAPABILITIES)
        return (*business, *headcount, *oneself, Step.REVIEW)
    if form.invitation_id is not None:
        return (*oneself, Step.REVIEW)
    if form.member_id is not None:
        return (Step.TAX_CODE, Step.KNOWN, *oneself, Step.CONTACT, Step.REVIEW)
    new = (Step.TAX_CODE, Step.NAME, Step.SECTORS, Step.COMMUNE, Step.CAPABILITIES)
    return (*new, *headcount, *oneself, Step.CONTACT, Step.REVIEW)


def is_filled_in(form: Form, step: Step) -> bool:
    """Tell whether a step has its answer; the consent and the review are never counted as answered."""
    match step:
        case Step.KNOWN:
            return form.joining
        case Step.CAPABILITIES:
            return form.capabilities is not None
        case Step.HEADCOUNT:
            return not form.unasked
        case Step.BUSINESS_PHONE:
            return True
        case Step.CONSENT | Step.REVIEW:
            return False
    return bool(_answers(form)[step])


def _answers(form: Form) -> dict[Step, object]:
    return {
        Step.TAX_CODE: form.tax_code,
        Step.NAME: form.name,
        Step.SECTORS: form.sectors,
        Step.COMMUNE: form.commune_code,
        Step.PERSON: form.person,
        Step.TITLE: form.title,
        Step.PHONE: form.phone,
        Step.CONTACT: form.contact,
    }


def next_step(form: Form) -> Step:
    """Give the first step without an answer: what was changed from the review leads back to it."""
    return next(step for step in path(form) if not is_filled_in(form, step))


def previous_step(form: Form, step: Step) -> Step:
    """Give the step before. A complete form goes back to the review, and the first step to itself."""
    if step is not Step.REVIEW and next_step(form) is Step.REVIEW:
        return Step.REVIEW
    steps = path(form)
    return steps[max(steps.index(step) - 1, 0)]


def progress(form: Form, step: Step) -> tuple[int, int]:
    """Tell the number of a step and how many there are; a subordinate step has the number of the one before."""
    steps = path(form)
    reached = steps[: steps.index(step) + 1]
    return sum(one not in SUBORDINATE for one in reached), sum(one not in SUBORDINATE for one in steps)


def enter(form: Form, step: Step) -> Form:
    """Prepare a form for a step: ticks show what was said before, nothing is offered yet."""
    picked: tuple[str, ...] = ()
    if step is Step.SECTORS:
        picked = tuple(form.sectors)
    elif step is Step.CAPABILITIES:
        picked = tuple(str(known) for known in form.capabilities or ())
    return replace(form, picked=picked, page=0, found=(), former="")


def pick(form: Form, choice: str, *, on: bool) -> Form:
    """Tick a choice, or take its tick away; doing so twice changes nothing."""
    others = tuple(one for one in form.picked if one != choice)
    return replace(form, picked=(*others, choice) if on else others)


def with_sectors(form: Form) -> Form:
    """Take over the ticked sectors; raises NoSectorChosen."""
    sectors = tuple(sector for sector in Sector if sector.value in form.picked)
    if not sectors:
        raise NoSectorChosen
    return replace(form, sectors=sectors)


def with_capabilities(form: Form, offered: Iterable[int]) -> Form:
    """Take over the ticked capabilities of those offered; the headcount of each is asked (again)."""
    known = form.capabilities or {}
    chosen = [one for one in offered if str(one) in form.picked]
    return replace(form, capabilities={one: known.get(one, 0) for one in chosen}, unasked=tuple(chosen))


def with_headcount(form: Form, headcount: int) -> Form:
    """Write down how many people do the capability that is asked about, and go to the next one."""
    asked, *unasked = form.unasked
    return replace(form, capabilities={**(form.capabilities or {}), asked: headcount}, unasked=tuple(unasked))


def ask_headcount_before(form: Form) -> Form | None:
    """Ask again about the capability before the one that is asked about; None when it is the first."""
    order = list(form.capabilities or ())
    place = order.index(form.unasked[0])
    return replace(form, unasked=tuple(order[place - 1 :])) if place else None


def without_tax_code(form: Form) -> Form:
    """Forget the tax code, and the known business that it led to."""
    return replace(form, tax_code="", member_id=None, joining=False)


def anew(form: Form) -> Form:
    """Forget what was said; a link that brought the person here still holds."""
    if form.invitation_id is None:
        return Form()
    return Form(
        tax_code=form.tax_code,
        member_id=form.member_id,
        joining=True,
        contact=form.contact,
        invitation_id=form.invitation_id,
    )
