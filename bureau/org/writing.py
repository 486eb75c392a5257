"""Forms and addresses come as our pages send them: in UTF-8."""

from django.core.exceptions import BadRequest


class OneWriting:
    """Refuses a request that declares another character set, before anything of it is read by that.

    Python knows codecs that yield half characters or no text at all (unicode_escape, rot13); a database takes neither.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (request.encoding or "utf-8").lower() not in ("utf-8", "utf8"):
            raise BadRequest("only UTF-8 is read")
        return self.get_response(request)
