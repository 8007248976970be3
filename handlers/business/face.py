"""What the wing `business` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("business")
