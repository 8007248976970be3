"""Contact tests and planned drills: whether the network can be reached, and how it acts when it is asked."""
