"""The papers of a directive."""
