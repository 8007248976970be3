"""What the wing `watch` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("watch")
