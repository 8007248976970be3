"""What the wing `papers` adds to the chat."""

from handlers.frame.faces import HandlerFace, IncidentOffer
from handlers.papers import record_sheets, rooms, time_line, writing
from handlers.papers.taps import PaperFieldTap, PapersTap, PaperTap, TimeLineTap
from models.drafts import Dialogue
from models.jobs import JobKind

FACE = HandlerFace(
    "papers",
    taps={
        PapersTap: rooms.on_papers,
        PaperTap: rooms.on_paper,
        PaperFieldTap: rooms.on_field,
        TimeLineTap: rooms.on_time_line,
    },
    conversations={Dialogue.PAPER: rooms.CONVERSATION},
    works={JobKind.PAPER: writing.write, JobKind.TIME_LINE: time_line.write},
    sheets=record_sheets.SHEETS,
    offers=(IncidentOffer(60, rooms.offer),),
)
