"""How far an incident may be told: its label by the Traffic Light Protocol, and what follows from it."""
