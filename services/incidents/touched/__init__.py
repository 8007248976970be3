"""The systems that an incident touches, and what the law asks to be told because of them."""
