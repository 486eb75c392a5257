"""水印 on the screen, as a picture that is laid over the page: it is no text of the page, which one would copy, search or hear read."""

from urllib.parse import quote
from xml.sax.saxutils import escape

from bureau.org.models import Person
from bureau.org.whence import looked_by

TILE = """<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"><defs><pattern id="w" width="{width}" height="130"
patternUnits="userSpaceOnUse" patternTransform="rotate(-18)"><text y="70" font-size="15" font-family="sans-serif"
fill-opacity=".08">{words}</text></pattern></defs><rect width="100%" height="100%" fill="url(#w)"/></svg>"""


def picture(person: Person) -> str:
    """Who looks, and when, again and again; as an address for an `img`."""
    words = looked_by(person)
    return "data:image/svg+xml," + quote(TILE.format(width=12 * len(words) + 60, words=escape(words)))
