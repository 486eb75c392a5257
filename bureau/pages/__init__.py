"""The web kit: forms, drafts, lists, export. It knows people and units, and no matter."""
