"""What the rooms of the register of systems show."""
