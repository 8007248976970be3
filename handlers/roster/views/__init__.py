"""Views of the wing `roster`: messages made of facts."""
