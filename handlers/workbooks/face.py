"""What the wing `workbooks` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("workbooks")
