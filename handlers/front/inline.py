"""Any chat, `@bot text`: businesses and what else wings find, for the person who asks and for nobody else."""

from itertools import chain

from telegram import Update

from handlers.frame.access import EVERYONE, INLINE, allow
from handlers.frame.context import Context
from handlers.frame.views.message import InlineResult
from handlers.roster import inline as roster
from handlers.roster.pages import LONGEST_TEXT
from handlers.wings import WING_FACES
from services.notation.spelling import tidy_line


@allow(EVERYONE, places=INLINE)
async def on_query(update: Update, context: Context) -> None:
    """Answer an inline query with all that this person may see; strangers are invited to register."""
    query = update.inline_query
    if query is None:
        return
    text = tidy_line(query.query)[:LONGEST_TEXT]
    beside: list[InlineResult] = []
    if text and roster.is_first(query):
        beside = list(chain.from_iterable([await find(context, text) for find in WING_FACES.inline]))
    await roster.answer(context, query, beside=beside)
