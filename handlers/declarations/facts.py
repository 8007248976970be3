"""What the card of a declaration will say, gathered before it is sent."""

from dataclasses import replace

from handlers.frame.context import Context
from handlers.incidents.cards import capability_names, commune_names, sector_names
from handlers.incidents.views import cards as views
from models.incidents import IncidentStatus
from models.tlp import Tlp
from services.declarations.declaring import Declaration
from services.incidents.audience import Audience
from services.systems import businesses


async def facts_to_be(context: Context, *, declaration: Declaration, code: str) -> views.Facts:
    """Gather what the card of a declaration will say, for the preview."""
    wanted, office = declaration.wanted, context.office
    return views.Facts(
        code=code,
        kind=declaration.kind,
        type=declaration.type,
        severity=declaration.severity,
        status=IncidentStatus.OPEN,
        title=declaration.title,
        description=declaration.description,
        headcount_wanted=declaration.headcount_wanted,
        headcount_unit=declaration.headcount_unit,
        began_at=declaration.began_at,
        until_at=declaration.until_at,
        communes=commune_names(wanted),
        sectors=sector_names(wanted, context.reader),
        capabilities=await capability_names(context.session, wanted, context.reader),
        files=len(declaration.attachments),
        declared_at=context.now,
        department=office.department,
        tlp=declaration.tlp,
    )


async def with_recipients(context: Context, facts: views.Facts, called: Audience) -> views.Facts:
    """Name who will be told, where the label asks for it."""
    if facts.tlp is not Tlp.RED:
        return facts
    ids = list(dict.fromkeys(member_id for member_id, _ in called.pairs))
    names = await businesses.names(context.session, ids=ids)
    return replace(facts, recipients=[names[one] for one in ids])
