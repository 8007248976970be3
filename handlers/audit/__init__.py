"""The record of who did what, as owners search it and take it out."""
