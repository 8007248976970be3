"""What every wing is made of: the turn, who may use what, dialogues, buttons, links, words."""
