"""What coordinators see of policies."""
