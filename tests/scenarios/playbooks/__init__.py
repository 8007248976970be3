"""Stories of playbooks."""
