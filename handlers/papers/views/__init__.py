"""Views of the wing `papers`: messages and documents made of facts."""
