"""What stands before every page: host names, sizes, sessions, passwords, forged forms, and what a browser may load."""
