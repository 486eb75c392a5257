"""The press: text → PDF, Word, charts. Pure: it knows sheets, never records."""
