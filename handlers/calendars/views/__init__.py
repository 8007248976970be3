"""What the room of calendars shows, and the calendar itself."""
