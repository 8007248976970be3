"""What playbooks look like: the checklist, the run, the step."""
