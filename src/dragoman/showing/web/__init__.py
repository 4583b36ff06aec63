"""The record in a browser: pages, corrections in place, and an API, served to this machine unless asked otherwise."""
