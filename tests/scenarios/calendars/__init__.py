"""Stories of calendars: a link is made, read by a phone, taken back."""
