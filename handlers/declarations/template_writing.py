"""Writing a template of an alert: each part by a button, shown whole, and saved as the next version."""

from dataclasses import dataclass, field, replace
from typing import Any

from telegram import Update

from handlers.declarations.views import templates as views
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context
from handlers.frame.conversation import Conversation
from handlers.frame.taps import DialogueTap, number_of
from handlers.frame.views.dialogues import buttons_only, with_loss, words_only
from handlers.frame.views.message import Message
from models.drafts import Dialogue, Draft
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from models.templates import AlertTemplate
from services.declarations import declaring, templates
from services.declarations.templates import TemplateWords
from services.ground import drafts
from services.ground.drafts import DraftGone, StepPassed
from services.ground.forms import DraftForm
from services.notation.spelling import tidy_line

HUB = "hub"
TYPED = ("title", "text", "button")
CHOSEN = {"kind": IncidentKind, "type": IncidentType, "severity": Severity}


@dataclass(frozen=True)
class TemplateForm(DraftForm):
    """A template that is being written; `name` is of the one that gets another version, empty for a new one."""

    name: str = ""
    words: TemplateWords = field(default_factory=TemplateWords)
    page: int = 0


async def begin(context: Context, template: AlertTemplate | None) -> None:
    """Begin to write a new template, or the next version of one; its words begin in the language of the office."""
    office = context.office.reader(context.office.language)
    form = TemplateForm() if template is None else TemplateForm(template.name, views.template_words(office, template))
    before = await drafts.current(context.session, person=context.person)
    draft = await drafts.begin(
        context.session,
        person=context.person,
        dialogue=Dialogue.TEMPLATE,
        step="title" if template is None else HUB,
        data=form.write(),
        now=context.now,
    )
    context.show(with_loss(context.reader, await _step(context, draft), before=before, now=draft))


async def _step(context: Context, draft: Draft) -> Message:
    """Make the message of the step where the dialogue stands."""
    form = TemplateForm.of(draft)
    if draft.step == HUB:
        return views.hub(context.reader, draft, form.words, is_new=not form.name)
    if draft.step in views.PARTS:
        return views.ask(context.reader, draft, form.words, page=form.page)
    raise DraftGone


def _keep(context: Context, draft: Draft, form: TemplateForm, step: str = HUB, **changed: Any) -> None:
    form = replace(form, words=replace(form.words, **changed), page=0)
    drafts.go(draft, step=step, now=context.now, form=form)


@allow(COORDINATORS)
async def on_message(update: Update, context: Context, draft: Draft) -> None:
    """Hear the title, the text, or what the button shows."""
    text = words_of(update.effective_message)
    if draft.step not in TYPED:
        context.show(buttons_only(context.reader, await _step(context, draft)))
        return
    if not text or text.startswith("/"):
        context.show(words_only(context.reader, await _step(context, draft)))
        return
    form = TemplateForm.of(draft)
    match draft.step:
        case "title":
            _keep(
                context, draft, form, HUB if form.words.text else "text", title=declaring.check_title(tidy_line(text))
            )
        case "text":
            step = HUB if form.words.button else "button"
            _keep(context, draft, form, step, text=declaring.check_description(text.strip()))
        case _:
            _keep(context, draft, form, button=templates.check_button(tidy_line(text)))
    context.show(await _step(context, draft))


@allow(COORDINATORS)
async def on_tap(_update: Update, context: Context, draft: Draft, tap: DialogueTap) -> None:
    """Take what is chosen by a button."""
    form = TemplateForm.of(draft)
    match tap.verb:
        case "save" if draft.step == HUB:
            await _save(context, form)
            return
        case "edit" if draft.step == HUB and tap.value in views.PARTS:
            drafts.go(draft, step=tap.value, now=context.now, form=replace(form, page=0))
        case "set" if draft.step in CHOSEN:
            chosen: dict[str, Any] = {draft.step: _chosen(draft.step, tap.value)}
            _keep(context, draft, form, HUB, **chosen)
        case "sector" if draft.step == "sectors" and tap.value in set(Sector):
            turned = set(form.words.sectors) ^ {Sector(tap.value)}
            _keep(context, draft, form, "sectors", sectors=tuple(one for one in Sector if one in turned))
        case "page" if draft.step == "type":
            drafts.go(draft, step="type", now=context.now, form=replace(form, page=number_of(tap.value)))
        case "back" if draft.step != HUB and form.words.button:
            drafts.go(draft, step=HUB, now=context.now)
        case _:
            raise StepPassed
    context.show(await _step(context, draft))


def _chosen(step: str, value: str) -> object:
    """Read a choice; raises DraftGone for what is none."""
    if value not in set(CHOSEN[step]):
        raise DraftGone
    return CHOSEN[step](value)


async def _save(context: Context, form: TemplateForm) -> None:
    """Save the template, and show it."""
    saved = await templates.save(
        context.session, words=form.words, name=form.name or None, by=context.person, now=context.now
    )
    await drafts.discard(context.session, person=context.person)
    context.notice(context.reader.label("alert-template-saved"))
    context.show(views.template(context.reader, saved))


CONVERSATION = Conversation(on_message=on_message, on_tap=on_tap, step=_step)
