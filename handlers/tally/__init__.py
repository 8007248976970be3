"""The tally and the lists behind it, as coordinators see them."""
