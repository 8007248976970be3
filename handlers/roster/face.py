"""What the wing `roster` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuKind
from handlers.frame.links import LinkWord
from handlers.roster import cards, record_sheets, search
from handlers.roster.taps import ContactTap, MemberTap
from models.drafts import Dialogue

READING = OF_COORDINATORS | {MenuKind.REPRESENTATIVE, MenuKind.OBSERVER}

FACE = HandlerFace(
    "roster",
    commands=(Command("danhba", "roster", search.on_roster, READING, rank=40),),
    entries={"roster": MenuEntry(search.on_roster, READING, row=30, column=10)},
    taps={MemberTap: cards.on_member, ContactTap: cards.on_contact},
    conversations={Dialogue.ROSTER: search.CONVERSATION},
    links={LinkWord.MEMBER: cards.on_link},
    sheets=record_sheets.SHEETS,
)
