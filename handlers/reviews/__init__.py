"""Reviews: a page for those who coordinate, three questions for those who took part."""
