"""How messages are written: documents of CAP 1.2, and the Atom feeds."""
