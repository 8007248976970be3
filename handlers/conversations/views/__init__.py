"""Views of the wing `conversations`: messages made of facts."""
