"""Views of the wing `tasks`: messages made of facts."""
