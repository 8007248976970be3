"""What the wing `privacy` adds to the chat."""

from handlers.business import suspension
from handlers.frame.faces import OF_EVERYBODY, Command, HandlerFace, MenuEntry
from handlers.privacy import my_data
from handlers.privacy.taps import PrivacyTap
from services.privacy.withdrawal import LEFT, NOBODY_LEFT

FACE = HandlerFace(
    "privacy",
    commands=(Command("dulieu", "mydata", my_data.on_data, OF_EVERYBODY, rank=940),),
    entries={"mydata": MenuEntry(my_data.on_data)},
    taps={PrivacyTap: my_data.on_tap},
    news={LEFT: suspension.compose_withdrawal, NOBODY_LEFT: suspension.compose_nobody_left},
)
