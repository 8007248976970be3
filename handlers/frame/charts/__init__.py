"""Charts as pictures, whatever they are of: a wing brings numbers and words, and gets a PNG."""
