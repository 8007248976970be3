"""Keeping the world over a restart."""
