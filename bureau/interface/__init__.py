"""What other systems of the county read, hear and hand in: an API for declared clients, signed events, the archive's package."""
