"""Lessons from any chat: `@bot text`, as far as the person who asks may see them."""

from collections.abc import Sequence

from handlers.frame.access import COORDINATORS
from handlers.frame.context import Context
from handlers.frame.views.message import InlineResult
from handlers.lessons.rooms import CONCERNED
from handlers.lessons.views import inline as views
from services.lessons import lessons, lists

# Beside businesses, of which a page has twenty.
MOST = 10


async def find(context: Context, text: str) -> Sequence[InlineResult]:
    """Find the lessons that were sent and have every word of a text; for others than those concerned there are none."""
    if not context.turn.roles & CONCERNED:
        return ()
    is_staff = bool(context.turn.roles & COORDINATORS)
    found = await lists.sent(context.session, person=context.person, is_staff=is_staff, typed=text, most=MOST)
    sheets = [await lessons.sheet(context.session, lesson=one) for one in found]
    return [views.result(context.reader, sheet, office=context.office) for sheet in sheets]
