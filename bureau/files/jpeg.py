"""Whether a photograph goes on to its end. The library that opens pictures does not say: that of the PDF files has told it to
take what is cut off."""

from typing import IO

START, SCAN, END = b"\xff\xd8", 0xDA, b"\xff\xd9"
BARE = {0x01, *range(0xD0, 0xD8)}  # markers without a length (ITU-T T.81, B.1.1.3)


def is_whole(stream: IO[bytes]) -> bool:
    """Segments with their lengths up to the first scan, then the end of the picture: what stands between cannot look like it.
    A thumbnail with an end of its own lies inside a segment."""
    stream.seek(0)
    if stream.read(2) != START:
        return False
    while (marker := stream.read(2))[:1] == b"\xff" and len(marker) == 2:
        if marker == b"\xff\xff":  # filling
            stream.seek(-1, 1)
        elif marker[1] == SCAN:
            return END in stream.read()
        elif marker[1] not in BARE:
            length = int.from_bytes(stream.read(2))
            if length < 2:
                return False
            stream.seek(length - 2, 1)
    return False
