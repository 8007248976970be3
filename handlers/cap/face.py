"""What the wing `cap` adds to the chat: nothing, other systems read it."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("cap")
