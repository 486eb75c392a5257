"""One cell or phrase into the names in it, whatever stands between them."""

import re

from bureau.org.naming import Directory, fold

from .roles import LONGEST
from .words import tidy

HARD = re.compile(r"[、,，;；/／|｜&＆。]+")
SOFT = re.compile(r"\s+")
JOINED = re.compile(r"以及|及其|[和与及]")
BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")


def split_names(words: str, directory: Directory) -> list[str]:
    """The names in order, each once or more; what is not in the directory stays whole for a problem."""
    if len(words) > LONGEST:
        return [words]
    names = []
    for chunk in _outside_brackets(words):
        names += _names(chunk.strip(), directory)
    return names


def _outside_brackets(words: str) -> list[str]:
    """Chunks between hard separators; 「各乡镇（街道、园区）」 stays one."""
    held = BRACKETS.sub(lambda m: re.sub(HARD, "\x00", m[0]), words)
    return [chunk.replace("\x00", "、") for chunk in HARD.split(held) if chunk.strip()]


def _names(chunk: str, directory: Directory) -> list[str]:
    if directory.knows(chunk):
        return [tidy(chunk)]
    bare = BRACKETS.sub("", chunk).strip()
    if bare and bare != chunk:
        return _names(bare, directory)
    tokens = SOFT.split(chunk)
    if len(tokens) > 1:
        return _rejoined(tokens, directory)
    if (etc := re.fullmatch(r"(.+?)(等(?:有关|相关)?(?:单位|部门)?)", chunk)) and directory.knows(etc[1]):
        return [etc[1], etc[2]]
    return _joined(chunk, directory) or _tiled(chunk, directory) or [tidy(chunk)]


def _rejoined(tokens: list[str], directory: Directory) -> list[str]:
    """Tokens cut by white space; a name broken over lines is put together again."""
    names, at = [], 0
    while at < len(tokens):
        ends = range(min(len(tokens), at + 12), at, -1)
        whole = next((end for end in ends if directory.knows("".join(tokens[at:end]))), None)
        names += ["".join(tokens[at:whole])] if whole else _names(tokens[at], directory)
        at = whole or at + 1
    return names


def _joined(chunk: str, directory: Directory) -> list[str]:
    """「甲和乙」 where both sides hold; 「人力资源和社会保障局」 was taken whole before."""
    for joint in JOINED.finditer(chunk):
        left, right = chunk[: joint.start()], chunk[joint.end() :]
        if right and directory.knows(left):
            return [left, *_names(right, directory)]
    return []


def _tiled(chunk: str, directory: Directory) -> list[str]:
    """「县财政局县住建局」: known names end to end, with nothing between or left over."""
    rest, names = fold(chunk), []
    while rest:
        name = next((rest[:end] for end in range(len(rest), 2, -1) if rest[:end] in directory.exact), None)
        if not name:
            return []
        names.append(name)
        rest = rest[len(name) :]
    return names
