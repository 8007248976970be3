"""Lessons: written in a few steps, sent to the network, answered in a tap, searched, closed."""
