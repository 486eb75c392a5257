"""What stands in the way."""


class Trouble(Exception):
    """A sentence for whoever runs the command: what is wrong and what to do."""
