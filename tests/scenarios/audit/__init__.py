"""Stories of the record of who did what."""
