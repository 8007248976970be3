"""Who is on duty for a business, by its hours and by its weeks."""
