"""Lessons: written by whoever learnt one, told to the network, applied by each business, closed on evidence."""
