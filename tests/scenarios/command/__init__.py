"""Stories of the wing `command`."""
