"""Who people are and what they may do, the businesses for which they speak, and the links by which they come in."""
