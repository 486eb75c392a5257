"""`make bench`: how fast the house answers in a large county. A throw-away database, filled in bulk."""
