"""What figures look like: as text, as tables, as charts."""
