"""Stories of the wing `updates`."""
