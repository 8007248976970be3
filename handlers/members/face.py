"""What the wing `members` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("members")
