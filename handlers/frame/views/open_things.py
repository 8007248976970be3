"""What is under way for a person, as the main menu begins with it."""

from dataclasses import dataclass

from markupsafe import Markup

from handlers.frame.views.message import Button


@dataclass(frozen=True)
class OpenThing:
    """One thing under way: a line of the menu's text, and the button that leads to it, if anything can be done."""

    line: Markup
    button: Button | None = None
