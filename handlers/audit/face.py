"""What the wing `audit` adds to the chat."""

from handlers.audit import rooms, writing
from handlers.audit.taps import AuditEntryTap, AuditFileTap, AuditTap
from handlers.frame.faces import Command, HandlerFace, MenuEntry, MenuKind, MenuPage
from models.drafts import Dialogue
from models.jobs import JobKind

OF_OWNERS = frozenset({MenuKind.OWNER})

FACE = HandlerFace(
    "audit",
    commands=(Command("nhatky", "audit", rooms.on_audit, OF_OWNERS, rank=115),),
    entries={"audit": MenuEntry(rooms.on_audit, OF_OWNERS, row=30, column=10, page=MenuPage.AFTER)},
    taps={AuditTap: rooms.on_list, AuditEntryTap: rooms.on_entry, AuditFileTap: rooms.on_file},
    conversations={Dialogue.AUDIT: rooms.CONVERSATION},
    works={JobKind.AUDIT: writing.write},
)
