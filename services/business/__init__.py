"""A business's own side of its membership: its data, its people, its absence, its leave; what coordinators do to it."""
