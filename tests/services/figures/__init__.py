"""Figures of periods, counted by hand beside."""
