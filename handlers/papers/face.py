"""What the wing `papers` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, IncidentOffer, MenuEntry, MenuPage
from handlers.papers import record_sheets, reports, rooms, time_line, writing
from handlers.papers.taps import (
    DrillPaperTap,
    HalfYearFileTap,
    HalfYearTap,
    PaperFieldTap,
    PapersTap,
    PaperTap,
    TimeLineTap,
)
from models.drafts import Dialogue
from models.jobs import JobKind

FACE = HandlerFace(
    "papers",
    commands=(Command("mau05", "halfyear", reports.on_half_years, OF_COORDINATORS, rank=104),),
    entries={"halfyear": MenuEntry(reports.on_half_years, OF_COORDINATORS, row=30, column=5, page=MenuPage.AFTER)},
    taps={
        PapersTap: rooms.on_papers,
        PaperTap: rooms.on_paper,
        PaperFieldTap: rooms.on_field,
        TimeLineTap: rooms.on_time_line,
        HalfYearTap: reports.on_half_year,
        HalfYearFileTap: reports.on_half_year_file,
        DrillPaperTap: reports.on_drill_paper,
    },
    conversations={Dialogue.PAPER: rooms.CONVERSATION},
    works={
        JobKind.PAPER: writing.write,
        JobKind.TIME_LINE: time_line.write,
        JobKind.HALF_YEAR_PAPER: reports.write_half_year,
        JobKind.DRILL_PAPER: reports.write_drill,
    },
    sheets=record_sheets.SHEETS,
    before_dialogues=(rooms.hear_afterwards,),
    offers=(IncidentOffer(60, rooms.offer),),
)
