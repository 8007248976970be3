"""Views of the wing `workbooks`: messages made of facts."""
