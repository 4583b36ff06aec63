"""The trained network that finds attributions: what it sees, how it runs, how its scores become words."""
