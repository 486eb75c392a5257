"""The states of an assignment and of a reply."""

PLANNED, PENDING, WORKING, REPORTED, DONE = "planned", "pending", "working", "reported", "done"
RELEASED = "released"
DRAFTED, SENT, ACCEPTED, RETURNED = "drafted", "sent", "accepted", "returned"
WITHDRAWN = "withdrawn"
