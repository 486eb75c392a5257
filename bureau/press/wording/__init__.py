"""Texts that are composed: paragraphs under headings, and other people's words inside our own."""
