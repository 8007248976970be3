"""The Traffic Light Protocol 2.0: how far information may go, from the widest to the narrowest."""

from enum import StrEnum


class Tlp(StrEnum):
    """A label, never translated: for all, the community, an organisation and its clients, it alone, some people."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber_strict"
    RED = "red"


# What carries no label is for the community.
UNLABELLED = Tlp.GREEN
# What is labelled so is for an organisation at most: it cannot be forwarded or saved.
NARROW = (Tlp.AMBER, Tlp.AMBER_STRICT, Tlp.RED)
