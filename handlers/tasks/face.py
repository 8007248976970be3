"""What the wing `tasks` adds to the chat."""

from handlers.frame.faces import HandlerFace

FACE = HandlerFace("tasks")
