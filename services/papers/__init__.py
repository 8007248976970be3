"""Official documents about an incident: the fields of each, what is known of them, and what was said to fill them."""
