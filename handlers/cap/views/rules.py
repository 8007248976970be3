"""The rules that the schema cannot say, in words."""

from handlers.frame.views.reader import Reader


def sentence(reader: Reader, rule: str) -> str:
    """Say what a rule asks for."""
    return reader.label(f"cap-rule-{rule}")
