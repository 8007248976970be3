"""What is shown of neighbours."""
