"""The sandbox's own clock: real time plus an offset that can be moved forward."""

import time


class SandboxClock:
    """Epoch seconds: the machine's time plus `offset` seconds."""

    def __init__(self, offset: float = 0.0) -> None:
        self.offset = offset

    def __call__(self) -> float:
        """Return now."""
        return time.time() + self.offset

    def advance(self, seconds: float) -> None:
        """Move the clock forward; backwards is refused, since messages already carry later dates."""
        if seconds < 0:
            raise ValueError("the clock only moves forward")
        self.offset += seconds
