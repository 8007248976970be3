"""A business's duty roster in chat."""
