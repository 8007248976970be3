"""What the owners are told when something is wrong with the system itself."""
