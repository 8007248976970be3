"""Views of the wing `business`: messages made of facts."""
