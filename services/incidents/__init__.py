"""Incidents, drills and problems: who is called, what is answered, where it stands, how it ends."""
