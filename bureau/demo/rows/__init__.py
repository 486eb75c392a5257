"""Rows as the verbs would have written them, copied in bulk: what is long over in the demo county, and the large county of the bench."""
