"""Views of the wing `reports`: messages made of facts."""
