"""What is stored about a person, and how a person is erased."""
