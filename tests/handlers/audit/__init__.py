"""The record as it is shown to owners."""
