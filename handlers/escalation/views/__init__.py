"""Views of the wing `escalation`: messages made of facts."""
