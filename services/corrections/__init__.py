"""Mending a running incident: what was sent is corrected, an end is taken back, one more business is called."""
