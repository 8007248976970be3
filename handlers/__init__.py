"""TALKS: listens to people, calls one service, says what to show."""
