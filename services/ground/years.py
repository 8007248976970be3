"""The years of which there can be lists and figures."""

# The ministry called for networks of this kind in 2021: none is older.
FIRST_YEAR = 2021
