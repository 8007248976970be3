"""A business as the network knows it: who speaks for it, what it can do, by which words it is found."""
