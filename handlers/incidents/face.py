"""What the wing `incidents` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("incidents")
