"""What is ahead of a person as a calendar: duty weeks, drills, reviews, and what must be told by law."""
