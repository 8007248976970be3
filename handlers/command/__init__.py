"""Command as coordinators use it: who holds it, handing it over, asking for it, taking it over."""
