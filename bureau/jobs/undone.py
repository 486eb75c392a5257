"""Why work was not done."""


class Undone(Exception):
    """Work that cannot be done; its text is a sentence for the person who asked for it."""
