"""Who complained, and who reported: kept encrypted, opened by few, every look a line."""
