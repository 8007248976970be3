"""What the wing `duty` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("duty")
