"""Who is on site, as members say it in one tap and coordinators read it."""
