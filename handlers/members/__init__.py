"""The catalogue of what businesses can do, in chat."""
