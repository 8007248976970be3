"""The card of a business, shown to its own people from every room that changes something of it."""

from markupsafe import Markup

from handlers.business.views import membership as views
from handlers.frame.context import Context
from services.business import card as business
from services.people import businesses


async def show_card(context: Context, member_id: int, *, heading: Markup | None = None) -> None:
    """Show a business as it stands now, under a heading that says what was done."""
    facts = await business.card(context.session, member_id=member_id, person=context.person, now=context.now)
    spoken_for = await businesses.spoken_for(context.session, person=context.person)
    context.show(views.card(context.reader, facts, now=context.now, several=len(spoken_for) > 1, heading=heading))
