"""The rules of the record."""
