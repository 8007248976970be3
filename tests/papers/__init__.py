"""Every document of the office, filled by a story and rendered to pictures, so that somebody looks at them."""
