"""待发催办, the papers, and what stands on a unit's record."""
