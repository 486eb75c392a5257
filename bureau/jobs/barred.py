"""Why something was not done."""


class Barred(Exception):
    """What was asked for cannot be done; its text is a sentence for the person who asked."""
