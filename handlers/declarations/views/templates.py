"""Templates of alerts: the list, one of them, and what is asked for each part."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.declarations.taps import TemplateListTap, TemplateNewTap, TemplateTap, TemplateVerb
from handlers.frame.taps import MenuTap
from handlers.frame.views.dialogues import button, way_out
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, page_of, turning
from handlers.frame.views.reader import Reader
from models.drafts import Draft
from models.identity import id_of
from models.incidents import IncidentKind, IncidentType, Severity
from models.members import Sector
from models.templates import AlertTemplate
from services.declarations.declaring import DESCRIPTION_LENGTH, TITLE_LENGTH
from services.declarations.templates import BUTTON_LENGTH, TemplateWords, sectors_of

PARTS = ("title", "text", "button", "kind", "type", "severity", "sectors")
ROWS = (("title", "text", "button"), ("kind", "type"), ("severity", "sectors"))
ON_A_PAGE = 10
TYPES_ON_A_PAGE = 10
TITLE_IN_LINE = 50
LIMITS = {"title": TITLE_LENGTH, "text": DESCRIPTION_LENGTH, "button": BUTTON_LENGTH}


def template_words(reader: Reader, template: AlertTemplate) -> TemplateWords:
    """Give what a template says: what was written, or else the product's words in the reader's language."""
    name = template.name
    return TemplateWords(
        button=template.button or reader.label(f"template-{name}-name"),
        title=template.title or reader.label(f"template-{name}-title"),
        text=template.text or reader.label(f"template-{name}-text"),
        kind=template.kind,
        type=template.type,
        severity=template.severity,
        sectors=sectors_of(template),
    )


def listing(
    reader: Reader,
    in_use: Sequence[AlertTemplate],
    out_of_use: Sequence[AlertTemplate],
    *,
    retired: bool,
    number: int,
) -> Message:
    """List the templates in their order, each behind its number."""
    shown = out_of_use if retired else in_use
    part = page_of(shown, number, size=ON_A_PAGE)
    first = 1 + part.number * ON_A_PAGE
    key = "alert-templates-retired" if retired else "alert-templates"
    lines = [reader.say(key, count=len(shown))]
    lines += [_line(reader, at, template) for at, template in enumerate(part.items, first)]
    numbers = [
        Button(str(at), TemplateTap(id_of(template), TemplateVerb.SHOW).pack())
        for at, template in enumerate(part.items, first)
    ]
    rows = (
        *(tuple(numbers[at : at + 5]) for at in range(0, len(numbers), 5)),
        *turning(part, lambda at: TemplateListTap(int(retired), at).pack()),
        _below(reader, len(out_of_use), retired=retired),
    )
    return Message(Markup("\n").join(lines), rows=rows)


def _below(reader: Reader, out_of_use: int, *, retired: bool) -> tuple[Button, ...]:
    if retired:
        return (_to_list(reader),)
    ended = Button(reader.label("alert-template-button-retired", count=out_of_use), TemplateListTap(1, 0).pack())
    return (
        Button(reader.label("alert-template-button-new"), TemplateNewTap().pack()),
        *([ended] if out_of_use else []),
        Button(reader.label("button-menu"), MenuTap("menu").pack()),
    )


def _to_list(reader: Reader) -> Button:
    return Button(reader.label("alert-template-button-list"), TemplateListTap(0, 0).pack())


def _line(reader: Reader, number: int, template: AlertTemplate) -> Markup:
    words = template_words(reader, template)
    return reader.say(
        "alert-template-line",
        number=number,
        button=words.button,
        title=shorten(words.title, TITLE_IN_LINE),
        version=template.version,
    )


def template(reader: Reader, template: AlertTemplate) -> Message:
    """Show a template whole, with what can be done about it."""
    retired = template.retired_at is not None
    head = reader.say("alert-template-head-retired" if retired else "alert-template-head", version=template.version)
    text = Markup("\n").join([head, *_content(reader, template_words(reader, template))])
    return Message(text, rows=(*_acts(reader, template, retired=retired), (_to_list(reader),)))


def _acts(reader: Reader, template: AlertTemplate, *, retired: bool) -> tuple[tuple[Button, ...], ...]:
    def act(verb: TemplateVerb) -> Button:
        label = reader.label(f"alert-template-button-{verb.replace('_', '-')}")
        return Button(label, TemplateTap(id_of(template), verb).pack())

    if retired:
        return ((act(TemplateVerb.BRING_BACK),),)
    return (
        (act(TemplateVerb.CHANGE), act(TemplateVerb.RETIRE)),
        (act(TemplateVerb.UP), act(TemplateVerb.DOWN)),
    )


def _content(reader: Reader, words: TemplateWords) -> Sequence[Markup]:
    sectors = ", ".join(reader.label(f"sector-{one}") for one in words.sectors)
    return [
        reader.say("alert-template-words", button=words.button or "–", title=words.title or "–"),
        Markup.escape(words.text or "–"),
        reader.say(
            "alert-template-facts",
            kind=reader.label(f"kind-{words.kind}"),
            type=reader.label(f"type-{words.type.replace('_', '-')}"),
            severity=reader.label(f"severity-{words.severity}"),
            sectors=sectors or reader.label("alert-template-all-sectors"),
        ),
    ]


def ask_retire(reader: Reader, template: AlertTemplate) -> Message:
    """Ask whether a template is to be taken out of use."""
    template_id = id_of(template)
    label = reader.label("alert-template-button-retire-now")
    sure = Button(label, TemplateTap(template_id, TemplateVerb.RETIRE_NOW).pack(), Style.DANGER)
    keep = Button(reader.label("button-back"), TemplateTap(template_id, TemplateVerb.SHOW).pack())
    return Message(
        reader.say("alert-template-ask-retire", button=template_words(reader, template).button), rows=((sure,), (keep,))
    )


def hub(reader: Reader, draft: Draft, words: TemplateWords, *, is_new: bool) -> Message:
    """Show the template as it will be, each part behind a button, and the one that saves it."""
    head = reader.say("alert-template-hub-new" if is_new else "alert-template-hub")
    save = button(draft, "save", reader.label("alert-template-button-save"))
    parts = tuple(
        tuple(button(draft, "edit", reader.label(f"alert-template-part-{part}"), part) for part in row) for row in ROWS
    )
    rows = ((Button(save.text, save.data, Style.SUCCESS),), *parts, way_out(reader, draft, back=False))
    return Message(Markup("\n").join([head, *_content(reader, words)]), rows=rows)


def ask(reader: Reader, draft: Draft, words: TemplateWords, *, page: int) -> Message:
    """Ask for one part of a template."""
    asking = reader.say(f"alert-template-ask-{draft.step}", limit=LIMITS.get(draft.step, 0))
    if draft.step == "type":
        asking = Markup("\n").join([asking, *_types(reader, page)])
    return Message(
        asking, rows=(*_choices(reader, draft, words, page), way_out(reader, draft, back=bool(words.button)))
    )


def _choices(reader: Reader, draft: Draft, words: TemplateWords, page: int) -> Sequence[tuple[Button, ...]]:
    match draft.step:
        case "kind":
            return [tuple(button(draft, "set", reader.label(f"kind-{one}"), one) for one in IncidentKind)]
        case "severity":
            levels = [button(draft, "set", reader.label(f"severity-{one}-marked"), one) for one in reversed(Severity)]
            return [tuple(levels[:2]), tuple(levels[2:])]
        case "type":
            part = _types_of(page)
            numbers = [button(draft, "set", str(number), one) for number, one in part.items]
            turn = turning(part, lambda at: button(draft, "page", "", str(at)).data)
            return (tuple(numbers[:5]), tuple(numbers[5:]), *turn)
        case "sectors":
            return [(_sector(reader, draft, words, one),) for one in Sector]
        case _:
            return ()


def _types_of(page: int) -> Page[tuple[int, IncidentType]]:
    return page_of(tuple(enumerate(IncidentType, 1)), page, size=TYPES_ON_A_PAGE)


def _types(reader: Reader, page: int) -> Sequence[Markup]:
    """Name the types of a page, each after its number."""
    return [
        reader.say("alert-template-type", number=number, name=reader.label(f"type-{one.replace('_', '-')}"))
        for number, one in _types_of(page).items
    ]


def _sector(reader: Reader, draft: Draft, words: TemplateWords, one: Sector) -> Button:
    ticked = "☑" if one in words.sectors else "☐"
    return button(draft, "sector", f"{ticked} {reader.label(f'sector-{one}')}", one)
