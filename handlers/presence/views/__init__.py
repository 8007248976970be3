"""How presence is shown."""
