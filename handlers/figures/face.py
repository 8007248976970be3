"""What the wing `figures` adds to the chat."""

from handlers.figures import digests, record_sheets, rooms, writing
from handlers.figures.taps import DigestsTap, DigestTap, FiguresFileTap, FiguresTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from models.broadcasts import BroadcastKind
from models.drafts import Dialogue
from models.jobs import JobKind

FACE = HandlerFace(
    "figures",
    commands=(Command("baocao_ky", "figures", rooms.on_figures, OF_COORDINATORS, rank=99),),
    entries={"figures": MenuEntry(rooms.on_figures, OF_COORDINATORS, row=20, column=20, page=MenuPage.AFTER)},
    taps={
        FiguresTap: rooms.on_part,
        FiguresFileTap: rooms.on_file,
        DigestsTap: digests.on_digests,
        DigestTap: digests.on_digest,
    },
    conversations={Dialogue.FIGURES: rooms.CONVERSATION},
    composers={BroadcastKind.DIGEST: digests.compose},
    works={JobKind.FIGURES: writing.write},
    sheets=record_sheets.SHEETS,
)
