"""A label in the words of a task is asked about before it is given or passed on, where it is for fewer."""

from dataclasses import replace

from handlers.frame.context import Context
from handlers.incidents import sharing
from handlers.incidents.views import sharing as sharing_views
from handlers.tasks.forms import AssignmentForm
from handlers.tasks.views.assigning import AskedBefore
from models.drafts import Draft
from services.ground import drafts
from services.notation.tlp import label_in, unlabelled
from services.tasks import orders as tasks
from services.tasks.orders import Assignment


async def asked_of_words(context: Context, draft: Draft, form: Assignment) -> AskedBefore | None:
    """Ask about a label that the words of a task name, where that is for fewer than its incident is."""
    asked = await sharing.asked_of_words(context, _worded(form), incident_id=form.incident_id)
    return sharing_views.ask_of_words(context.reader, draft, asked) if asked is not None else None


def named(form: Assignment) -> bool:
    """Tell whether the words of a task name a label."""
    return label_in(_worded(form)) is not None


def _worded(form: Assignment) -> str:
    return f"{form.what}\n{form.place}"


async def settle(context: Context, draft: Draft, form: Assignment, verb: str) -> None:
    """Give the incident the label that the words name, or take it out of them."""
    if verb == "raise" and form.incident_id is not None:
        await sharing.raise_label(context, _worded(form), incident_id=form.incident_id)
    else:
        drafts.go(draft, step=draft.step, now=context.now, form=_without_labels(AssignmentForm.of(draft)))


def _without_labels(kept: AssignmentForm) -> AssignmentForm:
    """Take the labels out of what is to be done and where; raises TaskWordsLength where nothing else is said."""
    form = kept.form
    said = {one: unlabelled(text) for one, text in kept.said.items()}
    what = tasks.check_what(unlabelled(form.what))
    return replace(kept, form=replace(form, what=what, place=unlabelled(form.place)), said=said)
