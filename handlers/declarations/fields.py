"""The fields of a declaration: kept as JSON in the draft, set by a button or by what is typed."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from pydantic import ValidationError

from handlers.declarations.forms import DeclarationForm
from handlers.frame.context import Context
from handlers.frame.taps import TapUnreadable, number_of
from handlers.frame.views.fitting import ECHOED, shorten
from models.capabilities import Unit
from models.drafts import Draft
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from services.declarations import declaring as declarations
from services.declarations import touched
from services.declarations.declaring import Declaration
from services.ground import attachments, drafts
from services.ground.attachments import Attachment
from services.ground.drafts import DraftGone
from services.ground.refusals import Refusal
from services.members import capabilities
from services.notation import counts
from services.notation.counts import Count
from services.notation.moments import read_moment
from services.notation.past import read_past
from services.notation.spelling import tidy_line
from services.places import choosing, communes

FIELDS = (
    "kind",
    "type",
    "level",
    "title",
    "description",
    "place",
    "systems",
    "sectors",
    "capabilities",
    "headcount",
    "began",
    "until",
    "attachment",
    "recipients",
)
Choice = TypeVar("Choice")
MOST_COMMUNES = 20
# So much is kept of what a system is looked for by.
LOOKED_FOR = 120
# Values of buttons that stand for "none": the whole province, no end, no file.
NONE = "none"


class NumberUnclear(Refusal):
    """One number was expected, bare or with what it counts."""


class AttachmentUnclear(Refusal):
    """A photo, a video, a document, a voice or a place was expected."""


class BeginningUnclear(Refusal):
    """The moment since when something is so is still to come, or was long ago and has no year."""

    says_back = True


class CommuneNotFound(Refusal):
    """No commune of the province resembles `asked`."""


class TooManyCommunes(Refusal):
    """More communes than `limit` were chosen: the whole province is meant, or nearly."""


class ButtonExpected(Refusal):
    """The step is answered by a button, not by text."""


def kind_of(value: str) -> IncidentKind:
    """Read the kind that a button carries; raises DraftGone."""
    if value not in set(IncidentKind):
        raise DraftGone
    return IncidentKind(value)


def severity_of(value: str) -> Severity:
    """Read the severity that a button carries; raises DraftGone."""
    if value not in set(Severity):
        raise DraftGone
    return Severity(value)


def read(draft: Draft) -> Declaration:
    """Read a declaration from its draft."""
    return DeclarationForm.of(draft).form


def keep(context: Context, draft: Draft, form: Declaration, *, step: str = "hub") -> None:
    """Write a declaration down in its draft, and go to a step."""
    drafts.go(draft, step=step, now=context.now, form=replace(DeclarationForm.of(draft), form=form))


async def set_value(context: Context, draft: Draft, value: str) -> None:
    """Set the open field to a button's value; choices of several stay open, others lead back to the overview.

    A value that no button of ours carries raises DraftGone.
    """
    form = read(draft)
    try:
        changed, stays = await _with(context, form, draft.step, value)
    except (TapUnreadable, ValueError, ValidationError, LookupError, OverflowError) as error:
        raise DraftGone from error
    keep(context, draft, changed, step=draft.step if stays else "hub")


async def _with(context: Context, form: Declaration, field: str, value: str) -> tuple[Declaration, bool]:
    """Give the form with a field set, and whether the field stays open for more."""
    match field:
        case "kind":
            return replace(form, kind=IncidentKind(value)), False
        case "type":
            return replace(form, type=IncidentType(value)), False
        case "level":
            return replace(form, severity=Severity(value)), False
        case "headcount":
            return replace(form, headcount_wanted=declarations.check_headcount(number_of(value))), False
        case "until":
            hours = None if value == NONE else timedelta(hours=number_of(value))
            return replace(form, until_at=context.now + hours if hours else None), False
        case "began":
            ago = None if value == NONE else timedelta(hours=number_of(value))
            return replace(form, began_at=None if ago is None else context.now - ago), False
        case "attachment" if value == NONE:
            return replace(form, attachments=()), False
        case "recipients" if value[:1] in ("+", "-"):
            # The button turns a person on or off; kept is who is left out.
            left_out = _turned(form.left_out, number_of(value[1:]), on=value[0] == "-")
            return replace(form, left_out=left_out), True
        case "systems" if value[:1] in ("+", "-"):
            turn = touched.with_system if value[0] == "+" else touched.without_system
            return await turn(context.session, form=form, system_id=number_of(value[1:])), True
        case "place" | "sectors" | "capabilities":
            return await _with_choice(context, form, field, value), value != NONE
        case _:
            raise ValueError(field)


async def _with_choice(context: Context, form: Declaration, field: str, value: str) -> Declaration:
    """Give the form with one of several choices turned on ("+") or off ("-"); "none" clears them all."""
    wanted = form.wanted
    sign, choice = value[:1], value[1:]
    if value != NONE and sign not in ("+", "-"):
        raise ValueError(value)
    if field == "sectors":
        sectors = () if value == NONE else _turned(wanted.sectors, Sector(choice), on=sign == "+")
        return replace(form, wanted=replace(wanted, sectors=sectors))
    if field == "place":
        chosen = () if value == NONE else _turned(wanted.commune_codes, communes.commune(choice).code, on=sign == "+")
        if len(chosen) > MOST_COMMUNES:
            raise TooManyCommunes(limit=MOST_COMMUNES)
        return replace(form, wanted=replace(wanted, commune_codes=chosen, any_place=False, also=()))
    ids: tuple[int, ...] = ()
    if value != NONE:
        (known,) = await capabilities.named(context.session, ids=[number_of(choice)])
        ids = _turned(wanted.capability_ids, known.id or 0, on=sign == "+")
    return replace(form, wanted=replace(wanted, capability_ids=ids, any_capability=False))


def _turned(chosen: tuple[Choice, ...], one: Choice, *, on: bool) -> tuple[Choice, ...]:
    """Turn a choice on or off; doing so twice changes nothing."""
    others = tuple(other for other in chosen if other != one)
    return (*others, one) if on else others


def hear(context: Context, draft: Draft, text: str) -> None:
    """Set the open field to what was typed; raises a Refusal that says what is wrong with it."""
    form = read(draft)
    match draft.step:
        case "title":
            keep(context, draft, replace(form, title=declarations.check_title(tidy_line(text))))
        case "description":
            keep(context, draft, replace(form, description=declarations.check_description(text)))
        case "headcount":
            wanted = _counted(text, form.headcount_unit)
            keep(context, draft, replace(form, headcount_wanted=wanted.number, headcount_unit=wanted.unit))
        case "until":
            until = read_moment(text, now=context.now, time_zone=context.office.time_zone)
            keep(context, draft, replace(form, until_at=until))
        case "began":
            began = read_past(text, now=context.now, time_zone=context.office.time_zone)
            if began is None:
                raise BeginningUnclear
            keep(context, draft, replace(form, began_at=began))
        case "attachment":
            raise AttachmentUnclear
        case "place":
            if not choosing.offered(text, province_code=context.office.province_code).communes:
                raise CommuneNotFound(asked=shorten(text, ECHOED))
            drafts.go(
                draft, step="place", now=context.now, form=replace(DeclarationForm.of(draft), place=tidy_line(text))
            )
        case "systems":
            kept = replace(DeclarationForm.of(draft), system=tidy_line(text)[:LOOKED_FOR])
            drafts.go(draft, step="systems", now=context.now, form=kept)
        case _:
            raise ButtonExpected


def attach(context: Context, draft: Draft, file: Attachment, *, album: str) -> bool:
    """Add a file, whichever field is open; tell whether it is the next one of an album. Raises TooManyFiles."""
    kept = DeclarationForm.of(draft)
    is_next = bool(album) and album == kept.album
    form = replace(kept.form, attachments=attachments.joined(kept.form.attachments, file))
    step = "hub" if draft.step == "attachment" else draft.step
    drafts.go(draft, step=step, now=context.now, form=replace(kept, form=form, album=album))
    return is_next


def _counted(text: str, unit: Unit) -> Count:
    """Read a number that is bare, of the unit so far, or the one that is said with its own unit."""
    bare = counts.read_bare(text)
    said = (counts.counts_in(text) or ()) if bare is None else (Count(bare, unit),)
    if len(said) != 1:
        raise NumberUnclear
    declarations.check_headcount(said[0].number)
    return said[0]
