"""How names, numbers, days and moments are written, and read from what people type."""
