"""建议发出, the papers, and what stands on a unit's record."""
