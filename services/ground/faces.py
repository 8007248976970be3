"""What a wing adds to the whole, said once by the wing itself; `services/wings.py` collects it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ServiceFace:
    """What a wing of the services adds, by its name."""

    wing: str
