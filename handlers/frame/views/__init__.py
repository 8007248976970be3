"""Views of the wing `frame`: messages made of facts."""
