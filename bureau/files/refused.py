"""The answer to a file we do not take."""


class Refused(ValueError):
    """Why a file is not taken: one Chinese sentence for the user that names the file and the way out."""
