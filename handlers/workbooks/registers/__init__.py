"""Lists of registers beside the roster, as coordinators send and get them."""
