"""What a coordinator sees before sending: the card as members see it, whom it reaches, and what else there is."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.declarations import line_parts
from handlers.declarations.facts import facts_to_be, to_choose, with_recipients
from handlers.declarations.forms import DeclarationForm
from handlers.declarations.systems import system_names
from handlers.declarations.views import previews as views
from handlers.declarations.views.previews import Preview
from handlers.frame.context import Context
from handlers.frame.views.message import Message
from handlers.incidents.views import cards as incident_views
from models.drafts import Draft
from models.tlp import Tlp
from services.declarations import alternatives, touched
from services.declarations import declaring as declarations
from services.declarations.alternatives import Alternative
from services.declarations.declaring import Declaration
from services.incidents import audience


async def facts_of(context: Context, form: Declaration) -> incident_views.Facts:
    """Give what the card would say, under the code that the incident would get."""
    code = await declarations.expected_code(
        context.session, kind=form.kind, now=context.now, time_zone=context.office.time_zone
    )
    return await facts_to_be(context, declaration=form, code=code)


async def preview(context: Context, draft: Draft) -> Message:
    """Make the preview: the card, whom it would call, and what speaks for calling others."""
    # It may change what is declared.
    decided = await meanwhile(context, draft)
    kept = DeclarationForm.of(draft)
    form = kept.form
    called = await declarations.reached(
        context.session, declaration=form, now=context.now, time_zone=context.office.time_zone
    )
    facts = await with_recipients(context, await facts_of(context, form), called)
    facts = replace(facts, systems=await system_names(context, form))
    to_choose_from = await to_choose(context, form) if form.tlp is Tlp.RED else ()
    is_thin = not form.wanted.only_first and alternatives.is_thin(called, form.headcount_wanted, form.headcount_unit)
    seeks_more = (is_thin or not called.pairs) and not to_choose_from
    found = await alternatives_to(context, form) if seeks_more else ()
    instead = [one for one in found if one.called.members > called.members]
    shown = Preview(
        incident_views.card(context.reader, facts, now=context.now),
        facts,
        called,
        form.wanted,
        line_parts.shown_parts(kept),
        await declarations.just_sent(context.session, declaration=form, now=context.now),
        instead,
        line_parts.untaken(kept),
        await touched.of(context.session, form=form, now=context.now, time_zone=context.office.time_zone),
        decided,
        recipients=to_choose_from,
        by_address=kept.by_address,
        source_tlp=kept.source_tlp,
        is_thin=is_thin,
        left_out=await audience.left_out(context.session, called=called, now=context.now),
    )
    return views.preview(context.reader, draft, shown)


async def meanwhile(context: Context, draft: Draft) -> Sequence[Markup]:
    """Tell what others decided meanwhile of what a declaration was begun from.

    What follows from it for what is declared is kept in the draft.
    """
    said = [await tell(context, draft) for tell in context.turn.origins]
    return [one for one in said if one is not None]


async def alternatives_to(context: Context, form: Declaration) -> Sequence[Alternative]:
    """List other ways to wish for help that reach somebody."""
    return await alternatives.find(
        context.session, wanted=form.wanted, now=context.now, time_zone=context.office.time_zone
    )
