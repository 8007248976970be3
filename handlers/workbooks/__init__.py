"""Lists of businesses in chat and at the command line: checked, taken over, exported."""
