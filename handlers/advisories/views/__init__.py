"""What is shown of advisories."""
