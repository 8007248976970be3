"""Contact tests and planned drills, as coordinators and members use them."""
