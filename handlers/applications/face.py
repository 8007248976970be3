"""What the wing `applications` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("applications")
