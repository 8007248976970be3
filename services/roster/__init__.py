"""Who is in the network, found by whatever a person types."""
