"""So many of something, with the word by which it is counted."""

from handlers.frame.views.reader import Reader
from models.capabilities import Unit


def counted(reader: Reader, number: int, unit: Unit) -> str:
    """Write a number with its unit: "7 máy"."""
    return reader.label(f"unit-{unit}", count=number)


def quantity(reader: Reader, name: str, number: int, unit: Unit) -> str:
    """Write of a capability how many there are: "Máy phát điện: 7 máy"; its name alone where no number is known."""
    return reader.label("quantity", name=name, counted=counted(reader, number, unit)) if number else name
