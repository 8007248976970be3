"""The rules of lessons."""
