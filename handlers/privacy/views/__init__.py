"""Views of the wing `privacy`: messages made of facts."""
