"""What the wing `roster` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("roster")
