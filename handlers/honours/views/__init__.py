"""What honours look like: cards, lists, the message to the network, and the papers of a year."""
