"""Declarations that are mostly written, for the night when nobody has time to write."""

from dataclasses import dataclass

from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from services.declarations.declaring import Declaration
from services.ground.refusals import Refusal
from services.incidents.audience import Wanted


class TemplateUnknown(Refusal):
    """There is no template of that name."""


@dataclass(frozen=True)
class Template:
    """A declaration without its words; these stand in the texts under `template-` and its name."""

    name: str
    type: IncidentType
    severity: Severity
    sectors: tuple[Sector, ...] = ()
    kind: IncidentKind = IncidentKind.INCIDENT


TEMPLATES = (
    Template("fibre-cut", IncidentType.DISASTER, Severity.SERIOUS, (Sector.TELECOM,)),
    Template("power-cut", IncidentType.DISASTER, Severity.SERIOUS, (Sector.TELECOM, Sector.POSTAL)),
    Template("ransomware", IncidentType.ENCRYPTION, Severity.CRITICAL, (Sector.IT,)),
    Template("denial-of-service", IncidentType.DENIAL_OF_SERVICE, Severity.SERIOUS, (Sector.TELECOM, Sector.IT)),
    Template("flood", IncidentType.DISASTER, Severity.CRITICAL),
    Template("drill", IncidentType.OTHER, Severity.MEDIUM, kind=IncidentKind.DRILL),
)


def by_name(name: str) -> Template:
    """Find a template; raises TemplateUnknown."""
    for template in TEMPLATES:
        if template.name == name:
            return template
    raise TemplateUnknown


def fill(template: Template, *, title: str, description: str) -> Declaration:
    """Make a declaration of a template and its words."""
    return Declaration(
        kind=template.kind,
        type=template.type,
        severity=template.severity,
        title=title,
        description=description,
        wanted=Wanted(sectors=template.sectors),
    )
