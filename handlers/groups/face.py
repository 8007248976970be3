"""What the wing `groups` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("groups")
