"""Views of the wing `drills`: messages made of facts."""
