"""Other systems read what the network says."""
