"""What those who look after the product run by hand, and the product never does."""
