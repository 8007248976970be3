"""Nobody does more than they may, whatever they send and wherever they send it."""
