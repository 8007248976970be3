"""Long work that somebody asked for, one piece at a time."""
