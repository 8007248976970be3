"""What command looks like."""
