"""Figures in chat: a week, a month, a quarter or a year, its files, and the digest."""
