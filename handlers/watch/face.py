"""What the wing `watch` adds to the chat."""

from handlers.frame.faces import HandlerFace
from handlers.watch import trouble
from models.broadcasts import BroadcastKind

FACE = HandlerFace("watch", composers={BroadcastKind.TROUBLE: trouble.compose})
