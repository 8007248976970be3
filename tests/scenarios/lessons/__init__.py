"""Stories of lessons: written by a member, sent to the network, applied, closed."""
