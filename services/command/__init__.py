"""Who holds the command of an incident, how it is handed over, and how it is taken over."""
