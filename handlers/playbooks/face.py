"""What the wing `playbooks` adds to the chat."""

from handlers.frame.faces import HandlerFace
from handlers.playbooks import record_sheets

FACE = HandlerFace("playbooks", sheets=record_sheets.SHEETS)
