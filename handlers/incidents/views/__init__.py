"""Views of the wing `incidents`: messages made of facts."""
