"""What happens by itself after an alert: one policy for each severity, in versions."""
