"""What a coordinator declares: read from a line, sent once, with ways out where nobody is found."""
