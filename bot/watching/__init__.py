"""Logs, metrics, health, and the watch that tells the owners."""
