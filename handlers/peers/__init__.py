"""What neighbours warn of, in chat."""
