"""Views of the wing `updates`: messages made of facts."""
