"""What the card of a declaration will say, gathered before it is sent."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.frame.context import Context
from handlers.incidents.cards import capability_names, commune_names, sector_names
from handlers.incidents.views import cards as views
from models.incidents import IncidentStatus
from models.tlp import Tlp
from services.declarations.declaring import Declaration
from services.incidents import audience
from services.incidents.audience import Audience
from services.incidents.sharing import naming, recipients
from services.incidents.sharing.recipients import Recipient
from services.notation.tlp import as_title


async def facts_to_be(context: Context, *, declaration: Declaration, code: str) -> views.Facts:
    """Gather what the card of a declaration will say, for the preview."""
    wanted, office = declaration.wanted, context.office
    return views.Facts(
        code=code,
        kind=declaration.kind,
        type=declaration.type,
        severity=declaration.severity,
        status=IncidentStatus.OPEN,
        title=context.reader.own(as_title(declaration.title)),
        description=context.reader.own(declaration.description),
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
    people = {person_id for _, person_id in (*called.pairs, *called.reserve)}
    return replace(facts, recipients=await naming.names(context.session, people=people))


async def to_choose(context: Context, form: Declaration) -> Sequence[Recipient]:
    """List everybody who speaks for those called, from whom the named ones are chosen."""
    found = await audience.find(
        context.session, wanted=form.wanted, now=context.now, time_zone=context.office.time_zone
    )
    people = {person_id for _, person_id in (*found.pairs, *found.reserve)}
    members = list({member_id for member_id, _ in found.pairs})
    return await recipients.of_businesses(
        context.session, members=members, named=list(people.difference(form.left_out))
    )
