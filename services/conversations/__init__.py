"""What members say of an incident in their own words, and what coordinators answer."""
