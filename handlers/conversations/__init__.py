"""What members say in their own words, and what coordinators answer."""
