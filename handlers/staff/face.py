"""What the wing `staff` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("staff")
