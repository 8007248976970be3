"""Waves: how the circle of those called widens until enough are ready."""
