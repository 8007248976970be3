"""What the wing `policies` adds to the chat."""

from handlers.frame.faces import OF_COORDINATORS, Command, HandlerFace, MenuEntry, MenuPage
from handlers.policies import editing, pages
from handlers.policies.taps import PolicyTap
from models.drafts import Dialogue

FACE = HandlerFace(
    "policies",
    commands=(Command("chinhsach", "policies", pages.on_policies, OF_COORDINATORS, rank=61),),
    entries={"policies": MenuEntry(pages.on_policies, OF_COORDINATORS, row=30, column=20, page=MenuPage.PREPARE)},
    taps={PolicyTap: pages.on_policy},
    conversations={Dialogue.POLICY: editing.CONVERSATION},
)
