"""Figures: what a week, a month, a quarter or a year came to, beside the one before."""
