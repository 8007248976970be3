"""Stories of figures and of the digest."""
