"""Rules of questions and answers."""
