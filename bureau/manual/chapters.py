"""The chapters as they were written: plain text under `chapters/`, in the order of the files' names.

The first line is the title, the second names the posts it is for, 「全体」 for everybody. Below stand 「一、…」 for what begins a
section, paragraphs, and 「【图：name】caption」 where a picture stands."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bureau.org.posts import Post

FOLDER = Path(__file__).with_name("chapters")
HEADING = re.compile(r"[一二三四五六七八九十]+、")
PICTURE = re.compile(r"【图：([a-z-]+)】(.+)")
EVERYBODY = "全体"


@dataclass(frozen=True)
class Line:
    """A paragraph; a heading; or, with `picture`, the caption of that picture."""

    text: str
    heading: bool = False
    picture: str = ""


@dataclass(frozen=True)
class Chapter:
    """`posts`: of whose work it tells; of none, everybody's."""

    key: str
    title: str
    posts: frozenset[str]
    lines: tuple[Line, ...]

    def is_for(self, posts: Iterable[str]) -> bool:
        return not self.posts or not self.posts.isdisjoint(posts)

    @property
    def for_whom(self) -> str:
        return "、".join(post.label for post in Post if post in self.posts) or EVERYBODY

    @property
    def pictures(self) -> list[str]:
        return [line.picture for line in self.lines if line.picture]

    def found(self, words: Iterable[str]) -> list[str]:
        """The passages that say one of these words; none where the chapter does not say them all."""
        texts, words = [self.title, *(line.text for line in self.lines)], list(words)
        if not all(any(word in text for text in texts) for word in words):
            return []
        return [text for text in texts if any(word in text for word in words)]


@cache
def chapters() -> tuple[Chapter, ...]:
    return tuple(map(read, sorted(FOLDER.glob("*.txt"))))


def read(file: Path) -> Chapter:
    title, whom, *lines = filter(None, map(str.strip, file.read_text("utf-8").splitlines()))
    named = {str(post.label): post.value for post in Post}
    posts = frozenset() if whom == EVERYBODY else frozenset(named[word] for word in whom.split("、"))
    return Chapter(file.stem.partition("-")[2], title, posts, tuple(map(line_of, lines)))


def line_of(text: str) -> Line:
    if found := PICTURE.fullmatch(text):
        return Line(found[2], picture=found[1])
    return Line(text, heading=bool(HEADING.match(text)))


def chapter(key: str) -> Chapter | None:
    return next((one for one in chapters() if one.key == key), None)
