"""Stories of neighbours whose alerts are read."""
