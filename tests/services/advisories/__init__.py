"""What businesses say of advisories, and the clock of each."""
