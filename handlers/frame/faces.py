"""What a wing adds to the chat, said once by the wing itself; `handlers/wings.py` collects it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class HandlerFace:
    """What a wing of the handlers adds, by its name."""

    wing: str
