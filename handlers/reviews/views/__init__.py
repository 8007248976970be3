"""How reviews look."""
