"""Scripts that are written step by step, kept in versions, and run by the clock."""
