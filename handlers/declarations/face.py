"""What the wing `declarations` adds to the chat."""

from handlers.declarations import dialogue
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry
from models.drafts import Dialogue

FACE = HandlerFace(
    "declarations",
    commands=(
        # At the scene, a coordinator writes it under a photo.
        Command("suco", "incident", dialogue.on_declare, OF_COORDINATORS, rank=10, under_files=True),
    ),
    entries={"declare": MenuEntry(dialogue.on_declare, OF_COORDINATORS, row=10, column=10)},
    conversations={Dialogue.INCIDENT: dialogue.CONVERSATION},
)
