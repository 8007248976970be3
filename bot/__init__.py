"""RUNS: command line, settings, assembly, inbox, delivery, clock and the sandbox."""
