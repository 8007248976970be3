"""What the wing `privacy` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("privacy")
