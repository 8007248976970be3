"""Stories of reports: signs that members see, and what becomes of them."""
