"""The states of an inner task."""

OPEN, REPORTED, WITHDRAWN = "open", "reported", "withdrawn"
