"""What the wing `calendars` adds to the chat."""

from handlers.calendars import record_sheets, rooms
from handlers.calendars.taps import CalendarMakeTap, CalendarRevokeTap
from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind, MenuPage, MenuPlace

FACE = HandlerFace(
    "calendars",
    commands=(Command("lich", "calendar", rooms.on_calendar, OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, rank=105),),
    entries={
        "calendar": MenuEntry(
            rooms.on_calendar,
            OF_COORDINATORS,
            row=70,
            column=80,
            page=MenuPage.PREPARE,
            also=MenuPlace(OF_COORDINATORS | {MenuKind.REPRESENTATIVE}, MenuPage.AFTER, row=40, column=20),
        )
    },
    taps={CalendarMakeTap: rooms.on_make, CalendarRevokeTap: rooms.on_revoke},
    sheets=record_sheets.SHEETS,
)
