"""The rules of honours."""
