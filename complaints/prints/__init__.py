"""The papers of complaints. None of them names who complained."""
