"""Why something was not done."""


class Barred(Exception):
    """What was asked for cannot be done; its text is a sentence for the person who asked. `field`: the name of the form's
    field that has to be mended, where it is one alone."""

    def __init__(self, *words: object, field: str = "") -> None:
        super().__init__(*words)
        self.field = field
