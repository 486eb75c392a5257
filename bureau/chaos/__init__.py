"""`make chaos`: pulls every plug of a throw-away installation while it works, and counts what was lost or done twice."""
