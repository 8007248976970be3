"""What the wing `declarations` adds to the chat."""

from handlers.declarations import dialogue, record_sheets, template_writing, templates
from handlers.declarations.taps import TemplateListTap, TemplateNewTap, TemplateTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from models.drafts import Dialogue

FACE = HandlerFace(
    "declarations",
    commands=(
        # At the scene, a coordinator writes it under a photo.
        Command("suco", "incident", dialogue.on_declare, OF_COORDINATORS, rank=10, under_files=True),
        Command("mau", "templates", templates.on_list, OF_COORDINATORS, rank=63),
    ),
    entries={
        "declare": MenuEntry(dialogue.on_declare, OF_COORDINATORS, row=10, column=10),
        "templates": MenuEntry(templates.on_list, OF_COORDINATORS, row=40, column=20, page=MenuPage.PREPARE),
    },
    taps={
        TemplateTap: templates.on_template,
        TemplateListTap: templates.on_list_tap,
        TemplateNewTap: templates.on_new,
    },
    conversations={Dialogue.INCIDENT: dialogue.CONVERSATION, Dialogue.TEMPLATE: template_writing.CONVERSATION},
    sheets=record_sheets.SHEETS,
)
