"""Stories of reviews."""
