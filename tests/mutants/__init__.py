"""Small changes to the modules that decide, one at a time, to see whether a test notices each."""
