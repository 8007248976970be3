"""What the wing `greetings` adds to the chat."""

from handlers.frame.faces import Command, HandlerFace
from handlers.frame.record_sheets import RecordSheet
from handlers.greetings import greeting
from handlers.greetings.taps import GreetTap
from models.broadcasts import BroadcastKind

FACE = HandlerFace(
    "greetings",
    commands=(Command("chao", "greet", greeting.on_greet),),
    taps={GreetTap: greeting.on_tap},
    composers={BroadcastKind.GREETING: greeting.compose},
    sheets={"greetings": RecordSheet(175, ("at",), lambda _, one: (one.due_at,))},
)
