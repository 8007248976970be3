"""The commands of `python -m bot`, each loaded only when it is asked for."""
