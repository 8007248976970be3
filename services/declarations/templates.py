"""Declarations that are mostly written, for the night when nobody has time to write; coordinators change them."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from models.identity import id_of
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from models.people import Person
from models.templates import AlertTemplate
from services.declarations import declaring
from services.declarations.declaring import Declaration
from services.ground import audit
from services.ground.refusals import Refusal
from services.incidents.audience import Wanted

BUTTON_LENGTH = 20
MOST_TEMPLATES = 40


class TemplateUnknown(Refusal):
    """There is no such template, or it is out of use."""


class TemplateButtonLength(Refusal):
    """What the button shows is empty or longer than `limit` characters; it has `length`."""


class TooManyTemplates(Refusal):
    """There are `limit` templates already."""


@dataclass(frozen=True)
class Template:
    """A template of the product, without its words; these stand in the texts under `template-` and its name."""

    name: str
    type: IncidentType
    severity: Severity
    sectors: tuple[Sector, ...] = ()
    kind: IncidentKind = IncidentKind.INCIDENT


# The first versions.
TEMPLATES = (
    Template("fibre-cut", IncidentType.DISASTER, Severity.SERIOUS, (Sector.TELECOM,)),
    Template("power-cut", IncidentType.DISASTER, Severity.SERIOUS, (Sector.TELECOM, Sector.POSTAL)),
    Template("ransomware", IncidentType.ENCRYPTION, Severity.CRITICAL, (Sector.IT,)),
    Template("denial-of-service", IncidentType.DENIAL_OF_SERVICE, Severity.SERIOUS, (Sector.TELECOM, Sector.IT)),
    Template("flood", IncidentType.DISASTER, Severity.CRITICAL),
    Template("drill", IncidentType.OTHER, Severity.MEDIUM, kind=IncidentKind.DRILL),
)


@dataclass(frozen=True)
class TemplateWords:
    """All that a coordinator says of a template; `button` is what its button shows."""

    button: str = ""
    title: str = ""
    text: str = ""
    kind: IncidentKind = IncidentKind.INCIDENT
    type: IncidentType = IncidentType.TECHNICAL
    severity: Severity = Severity.SERIOUS
    sectors: tuple[Sector, ...] = ()


async def lay_down(session: AsyncSession, *, now: datetime) -> None:
    """Store the first versions of the product's own, unless there is any version of them."""
    known = set(await session.exec(select(AlertTemplate.name).distinct()))
    session.add_all(
        AlertTemplate(
            name=one.name,
            version=1,
            place=place,
            kind=one.kind,
            type=one.type,
            severity=one.severity,
            sectors=list(one.sectors),
            made_at=now,
        )
        for place, one in enumerate(TEMPLATES)
        if one.name not in known
    )
    await session.flush()


async def in_use(session: AsyncSession, *, now: datetime) -> Sequence[AlertTemplate]:
    """List the templates that count, in their order."""
    await lay_down(session, now=now)
    return await _counting(session, retired=False)


async def out_of_use(session: AsyncSession) -> Sequence[AlertTemplate]:
    """List the templates that were retired, in their order."""
    return await _counting(session, retired=True)


async def _counting(session: AsyncSession, *, retired: bool) -> Sequence[AlertTemplate]:
    ended = col(AlertTemplate.retired_at)
    query = (
        select(AlertTemplate)
        .where(col(AlertTemplate.replaced_at).is_(None), ended.is_not(None) if retired else ended.is_(None))
        .order_by(col(AlertTemplate.place), col(AlertTemplate.id))
    )
    return (await session.exec(query)).all()


async def by_name(session: AsyncSession, *, name: str, now: datetime) -> AlertTemplate:
    """Find the version of a template that counts; raises TemplateUnknown for one out of use."""
    for template in await in_use(session, now=now):
        if template.name == name:
            return template
    raise TemplateUnknown


async def by_id(session: AsyncSession, *, template_id: int) -> AlertTemplate:
    """Find the version that counts of the template of which this is one; raises TemplateUnknown."""
    asked = await session.get(AlertTemplate, template_id)
    if asked is None:
        raise TemplateUnknown
    query = select(AlertTemplate).where(AlertTemplate.name == asked.name, col(AlertTemplate.replaced_at).is_(None))
    return (await session.exec(query)).one()


def fill(template: AlertTemplate, *, title: str, description: str) -> Declaration:
    """Make a declaration of a template and its words."""
    return Declaration(
        kind=template.kind,
        type=template.type,
        severity=template.severity,
        title=title,
        description=description,
        wanted=Wanted(sectors=sectors_of(template)),
    )


def sectors_of(template: AlertTemplate) -> tuple[Sector, ...]:
    """Give the sectors that a template calls; none are all."""
    return tuple(sector for sector in Sector if sector in template.sectors)


def check(words: TemplateWords) -> TemplateWords:
    """Give the words back; raises TemplateButtonLength, TitleLength or DescriptionLength."""
    check_button(words.button)
    declaring.check_title(words.title)
    declaring.check_description(words.text)
    return words


def check_button(button: str) -> str:
    """Give the words of a button back; raises TemplateButtonLength."""
    if not 0 < len(button) <= BUTTON_LENGTH:
        raise TemplateButtonLength(limit=BUTTON_LENGTH, length=len(button))
    return button


async def save(
    session: AsyncSession, *, words: TemplateWords, name: str | None, by: Person, now: datetime
) -> AlertTemplate:
    """Keep a new template, or the next version of the one with a name, which counts from now on.

    Raises what `check` raises, TemplateUnknown or TooManyTemplates.
    """
    check(words)
    before = await by_name(session, name=name, now=now) if name is not None else None
    if before is None and len(await in_use(session, now=now)) >= MOST_TEMPLATES:
        raise TooManyTemplates(limit=MOST_TEMPLATES)
    template = AlertTemplate(
        name=before.name if before is not None else secrets.token_hex(8),
        version=before.version + 1 if before is not None else 1,
        place=before.place if before is not None else await _last_place(session) + 1,
        **{**vars(words), "sectors": list(words.sectors)},
        made_at=now,
        made_by_id=id_of(by),
    )
    if before is not None:
        before.replaced_at = now
    session.add(template)
    await session.flush()
    _record(session, template, "saved", by=by, now=now)
    return template


async def _last_place(session: AsyncSession) -> int:
    places: list[int] = [0, *await session.exec(select(AlertTemplate.place))]
    return max(places)


async def move(session: AsyncSession, *, template_id: int, places: int, by: Person, now: datetime) -> AlertTemplate:
    """Move a template so many places on, back with a negative number; at an end it stays. Raises TemplateUnknown."""
    template = await by_id(session, template_id=template_id)
    others = await in_use(session, now=now)
    if template not in others:
        raise TemplateUnknown
    order = [one for one in others if one is not template]
    order.insert(max(0, others.index(template) + places), template)
    for place, one in enumerate(order):
        one.place = place
    await session.flush()
    _record(session, template, "moved", by=by, now=now)
    return template


async def retire(session: AsyncSession, *, template_id: int, by: Person, now: datetime) -> AlertTemplate:
    """Take a template out of use; raises TemplateUnknown."""
    template = await by_id(session, template_id=template_id)
    if template.retired_at is None:
        template.retired_at = now
        await session.flush()
        _record(session, template, "retired", by=by, now=now)
    return template


async def bring_back(session: AsyncSession, *, template_id: int, by: Person, now: datetime) -> AlertTemplate:
    """Take a template into use again; raises TemplateUnknown."""
    template = await by_id(session, template_id=template_id)
    if template.retired_at is not None:
        template.retired_at = None
        await session.flush()
        _record(session, template, "brought-back", by=by, now=now)
    return template


def _record(session: AsyncSession, template: AlertTemplate, what: str, *, by: Person, now: datetime) -> None:
    audit.record(
        session,
        person=by,
        action=f"template-{what}",
        subject="template",
        subject_id=template.id,
        now=now,
        after={"name": template.name, "version": template.version, "title": template.title},
    )
