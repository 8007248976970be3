"""Stories of members who write in their own words, and of coordinators who answer."""
