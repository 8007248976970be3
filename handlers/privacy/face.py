"""What the wing `privacy` adds to the chat."""

from handlers.frame.faces import OF_EVERYBODY, Command, HandlerFace, MenuEntry
from handlers.privacy import my_data, news, record_sheets
from handlers.privacy.taps import PrivacyTap
from models.broadcasts import BroadcastKind
from services.privacy.withdrawal import NOBODY_LEFT, REPRESENTATIVE_WITHDREW

FACE = HandlerFace(
    "privacy",
    commands=(Command("dulieu", "mydata", my_data.on_data, OF_EVERYBODY, rank=940),),
    entries={"mydata": MenuEntry(my_data.on_data)},
    taps={PrivacyTap: my_data.on_tap},
    composers={BroadcastKind.ERASURE: news.compose_erasure},
    news={REPRESENTATIVE_WITHDREW: news.compose_withdrawal, NOBODY_LEFT: news.compose_nobody_left},
    sheets=record_sheets.SHEETS,
)
