"""What is done with a typed line: read, each name of a place asked about by itself, each part taken back by itself."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from handlers.declarations.fields import NONE, read
from handlers.declarations.forms import DeclarationForm
from handlers.declarations.views import steps as views
from handlers.declarations.views.untaken import Untaken, wrong_field
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from models.drafts import Draft
from models.identity import id_of
from models.incidents import IncidentKind
from services.declarations import declaring as declarations
from services.declarations import lines, touched
from services.declarations.declaring import Declaration
from services.declarations.drill_words import speaks_of_a_drill
from services.declarations.lines import LinePart, Understood
from services.declarations.needs import CapabilityName
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.members import capabilities
from services.notation.tlp import resembling
from services.places import choosing, unread

# What the button says that takes all the places of one name.
ALL = "all"
_DAY = timedelta(days=1)

# The steps that hear a line, before there is a preview.
LINE = ("start", "where", "severity")


async def take_line(context: Context, draft: Draft, line: str) -> None:
    """Make a declaration of one typed text, what is read from it, and the files so far.

    Only the severity is asked before the preview, unless the line says it, and what places are meant.
    """
    before, kept = read(draft), DeclarationForm.of(draft)
    said = lines.read(
        line,
        province_code=context.office.province_code,
        catalogue=await _catalogue(context),
        now=context.now,
        time_zone=context.office.time_zone,
    )
    # What an earlier line said of the kind goes with that line; what a button said stays, whatever the line says.
    kind = IncidentKind.INCIDENT if LinePart.KIND in kept.proposed else before.kind
    said = said if kind is IncidentKind.INCIDENT else replace(said, kind=None)
    form = replace(declarations.from_line(line), kind=kind, attachments=before.attachments, tlp=kept.source_tlp)
    form = await touched.read_into(context.session, form=lines.proposed(form, said))
    kept = with_systems(_kept(kept, form, said))
    drafts.go(draft, step="where" if said.doubts else _after_line(kept), now=context.now, form=kept)


def _kept(kept: DeclarationForm, form: Declaration, said: Understood) -> DeclarationForm:
    return replace(
        kept,
        form=form,
        proposed=said.parts,
        doubts=said.doubts,
        unread=said.unread,
        beside=said.beside,
        ahead_at=said.ahead_at,
        late_at=said.late_at,
        placeless="",
        by_address=False,
        wrong_day=said.wrong_day,
        elsewhere=said.elsewhere,
        open_start=said.open_start,
        planned_until=said.planned_until,
        of_old=said.of_old,
        as_real=False,
    )


def with_systems(kept: DeclarationForm) -> DeclarationForm:
    """Propose the systems that a declaration names, and those who are called first for them."""
    form, proposed = kept.form, kept.proposed
    named = {LinePart.SYSTEMS: form.systems, LinePart.FIRST: form.wanted.first, LinePart.TLP: form.tlp}
    return replace(kept, proposed=(*proposed, *(part for part, found in named.items() if found)))


def _after_line(kept: DeclarationForm) -> str:
    return "preview" if LinePart.SEVERITY in kept.proposed else "severity"


async def _catalogue(context: Context) -> Mapping[int, CapabilityName]:
    """Give the capabilities by both of their names."""
    found = await capabilities.catalogue(context.session)
    return {id_of(one): CapabilityName(one.name_vi, one.name_en) for one in found}


def choose_place(context: Context, draft: Draft, value: str) -> None:
    """Take what is meant by the first name that the line leaves open: a place, all that it may be, or none.

    `value` says as well how many names were open, so that a second tap does not answer for the next one.
    """
    kept = DeclarationForm.of(draft)
    count, _, choice = value.rpartition("-")
    if not kept.doubts or (count and count != str(len(kept.doubts))):
        raise StepPassed
    doubt, *others = kept.doubts
    if choice not in (*doubt.codes, ALL, NONE):
        raise DraftGone
    codes = {ALL: doubt.codes, NONE: ()}.get(choice, (choice,))
    kept = replace(_with_places(kept, codes) if codes else kept.with_another_place(), doubts=tuple(others))
    drafts.go(draft, step="where" if others else _after_line(kept), now=context.now, form=kept)


def _with_places(kept: DeclarationForm, codes: tuple[str, ...]) -> DeclarationForm:
    wanted = kept.form.wanted
    chosen = replace(wanted, commune_codes=tuple(dict.fromkeys((*wanted.commune_codes, *codes))))
    return replace(kept, form=replace(kept.form, wanted=chosen), proposed=_proposing(kept, LinePart.PLACE))


def _proposing(kept: DeclarationForm, one: LinePart) -> tuple[LinePart, ...]:
    """Give the parts that are proposed and one more, in their order."""
    return tuple(part for part in LinePart if part in (*kept.proposed, one))


def take_back(context: Context, draft: Draft, value: str) -> None:
    """Drop a part that was read from the line, or one of its places (code); tapped twice, it is gone all the same."""
    kept = DeclarationForm.of(draft)
    if value.isdecimal():
        form = lines.without_place(kept.form, value)
        part = None if form.wanted.commune_codes else LinePart.PLACE
    elif value in set(LinePart):
        part = LinePart(value)
        form = lines.without(kept.form, part) if part in shown_parts(kept) else kept.form
    else:
        raise DraftGone
    gone = (part, LinePart.FIRST) if part is LinePart.SYSTEMS else (part,)
    left = tuple(one for one in kept.proposed if one not in gone)
    as_drill = kept.as_drill and part is not LinePart.KIND
    kept = replace(kept, form=form, proposed=left, as_drill=as_drill)
    if value.isdecimal() or part is LinePart.PLACE:
        kept = kept.with_another_place()
    drafts.go(draft, step="preview", now=context.now, form=kept)


def shown_parts(kept: DeclarationForm) -> tuple[LinePart, ...]:
    """Give the parts that can be taken back; a drill that was made a real incident meanwhile is none."""
    parts = _proposing(kept, LinePart.KIND) if kept.as_drill else kept.proposed
    return tuple(part for part in parts if part is not LinePart.KIND or kept.form.kind is IncidentKind.DRILL)


def untaken(kept: DeclarationForm) -> Untaken:
    """Give what the line says that the declaration does not hold."""
    form = kept.form
    is_open = form.kind is not IncidentKind.DRILL and not kept.as_real
    speaks = is_open and speaks_of_a_drill(f"{form.title}\n{form.description}")
    return Untaken(
        kept.unread,
        kept.beside,
        kept.ahead_at,
        kept.late_at,
        kept.wrong_day,
        kept.elsewhere,
        speaks_of_a_drill=speaks,
        asks_where=asks_where(kept),
        like_a_label=resembling(f"{form.title}\n{form.description}") if form.tlp is None else "",
        open_start=kept.open_start,
        planned_until=kept.planned_until,
        of_old=kept.of_old,
    )


def asks_where(kept: DeclarationForm) -> bool:
    """Tell whether a person says whom to call: what is named lies elsewhere, and the whole home would be a guess."""
    wanted = kept.form.wanted
    return bool(kept.elsewhere) and not (wanted.commune_codes or wanted.any_place or wanted.only_first)


def take_whole(context: Context, draft: Draft) -> None:
    """Call the whole home, whatever places the line names."""
    kept = replace(DeclarationForm.of(draft).with_another_place(), unread=(), elsewhere=(), of_old=())
    drafts.go(draft, step="preview", now=context.now, form=kept)


def kind_was_chosen(context: Context, draft: Draft) -> None:
    """Keep that a button said the kind: no later line says another."""
    kept = DeclarationForm.of(draft)
    left = tuple(part for part in kept.proposed if part is not LinePart.KIND)
    drafts.go(draft, step=draft.step, now=context.now, form=replace(kept, proposed=left, as_drill=False))


def take_as_drill(context: Context, draft: Draft) -> None:
    """Make a drill of what only speaks of one."""
    kept = DeclarationForm.of(draft)
    form = replace(kept.form, kind=IncidentKind.DRILL)
    drafts.go(draft, step="preview", now=context.now, form=replace(kept, form=form, as_drill=True))


def take_as_real(context: Context, draft: Draft) -> None:
    """Keep that what speaks of a drill is none."""
    drafts.go(draft, step="preview", now=context.now, form=replace(DeclarationForm.of(draft), as_real=True))


def take_next_day(context: Context, draft: Draft) -> None:
    """Want help until the hour that is over, the next time that it comes."""
    kept = DeclarationForm.of(draft)
    if kept.late_at is None:
        raise StepPassed
    days = (context.now - kept.late_at) // _DAY + 1
    form = replace(kept.form, until_at=kept.late_at + days * _DAY)
    kept = replace(kept, form=form, proposed=_proposing(kept, LinePart.UNTIL), late_at=None)
    drafts.go(draft, step="preview", now=context.now, form=kept)


def open_from_preview(context: Context, draft: Draft, field: str) -> None:
    """Open a field that the line did not tell, or not all of; it leads back to the preview."""
    kept = DeclarationForm.of(draft)
    name = unread.name_in(kept.unread[0]) if field == "place" and kept.unread else ""
    found = name and choosing.offered(name, province_code=context.office.province_code).communes
    drafts.go(
        draft,
        step=field,
        now=context.now,
        form=replace(kept, place=name if found else "", system="", page=0, from_preview=True),
    )


def was_set(context: Context, draft: Draft, field: str) -> None:
    """Keep that a field was set by hand: what the line said of it is no question any more."""
    if field == "kind":
        kind_was_chosen(context, draft)
    kept = DeclarationForm.of(draft)
    if field == "place":
        kept = replace(kept.with_another_place(), unread=(), elsewhere=(), of_old=())
    if field == "systems":
        kept = replace(kept, proposed=_proposed_for_systems(kept))
    if field == "title":
        kept = replace(kept, placeless="")
    if field == "until":
        kept = replace(kept, late_at=None, planned_until=None)
    if field == "began":
        kept = replace(kept, ahead_at=None, open_start="")
    if kept.wrong_day is not None and field == wrong_field(kept.wrong_day):
        kept = replace(kept, wrong_day=None)
    step = "preview" if kept.from_preview and draft.step == "hub" else draft.step
    drafts.go(draft, step=step, now=context.now, form=kept)


def _proposed_for_systems(kept: DeclarationForm) -> tuple[LinePart, ...]:
    """Give the parts that are proposed where systems were named by hand: whom to call first can be taken back."""
    proposed = _proposing(kept, LinePart.FIRST) if kept.form.wanted.first else kept.proposed
    gone = {LinePart.SYSTEMS: kept.form.systems, LinePart.FIRST: kept.form.wanted.first}
    return tuple(part for part in proposed if gone.get(part, True))


def with_files(context: Context, draft: Draft, shown: Message) -> Message:
    """Say above a step that comes before the preview, which shows them, what files are kept so far."""
    kept = DeclarationForm.of(draft)
    if draft.step not in LINE:
        return shown
    return views.with_files(context.reader, kept.form.attachments, shown, is_album=bool(kept.album))
