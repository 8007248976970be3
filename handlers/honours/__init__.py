"""Honours: proposals weighed by coordinators, thanks to businesses, names that they agreed to, lists of a year."""
