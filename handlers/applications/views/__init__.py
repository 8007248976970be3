"""Views of the wing `applications`: messages made of facts."""
