"""What lessons look like: pages, cards, the steps in which one is written."""
