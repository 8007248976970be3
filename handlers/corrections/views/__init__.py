"""How the mending of an incident is shown."""
