"""How many have answered what, who is silent, and what was sent so far."""
