"""A demonstration province: made-up businesses and people, the same on every machine and every day."""
