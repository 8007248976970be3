"""Who of the businesses is on site, who has gone, who helps elsewhere, and who stood down after the end."""
