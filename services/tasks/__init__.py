"""What one business is asked to do by a deadline, step by step."""
