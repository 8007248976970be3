"""What every other section of the program stands on: settings, the clock, locks, the listener, the database's steps."""
