"""One cell or phrase into the names in it, whatever stands between them."""

import re

from bureau.org.naming import Directory, fold

from .mentions import mentions
from .roles import LONGEST
from .words import tidy

HARD = re.compile(r"[、,，;；/／|｜&＆。]+")
SOFT = re.compile(r"\s+")
JOINED = re.compile(r"以及|及其|[和与及]")
MARKS = re.compile(r"^[\s★☆●○◆◇■□▲△※*#·•—-]+|[\s★☆※*]+$|^(?:\d{1,2}[.．)）]|[①-⑳])\s*")
POST = re.compile(
    r"(?:党委|党组)?(?:主要)?(?:负责人|负责同志|局长|副局长|主任|副主任|书记|副书记|镇长|乡长|经理|队长|支队长|大队长|部长)"
)
TITLED = re.compile(r"^(?:包片|包联|牵头|责任|主管|挂钩|联系|承办|实施|配合)(?:单位|部门)[:：]?(?=.)")
OTHERS = re.compile(r"等(?:\d+[个家])?(?:有关|相关|[县市区旗][直级]|成员)*(?:单位|部门)?")
JOINTS = re.compile(r"[\s、，,;；/和与及]|以及")
BRACKETS = re.compile(r"[(（\[【〈][^()（）\[\]【】〈〉]*[)）\]】〉]")


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
    chunk = TITLED.sub("", MARKS.sub("", MARKS.sub("", chunk)))
    if not chunk or directory.knows(chunk):
        return [tidy(chunk)] if chunk else []
    bare = BRACKETS.sub("", chunk).strip()
    if bare and bare != chunk:
        return _names(bare, directory)
    tokens = SOFT.split(chunk)
    if len(tokens) > 1:
        return _rejoined([one for one in tokens if not POST.fullmatch(one)], directory)
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
    """「县财政局县住建局」「县公安局交警大队」「县住建局局长」: units end to end, with nothing but joints, a post or 「等部门」 between."""
    words, names, at = fold(chunk), list[str](), 0
    for mention in mentions(words, directory):
        if at < mention.start and not JOINTS.fullmatch(POST.sub("", words[at : mention.start]) or "、"):
            return []
        names.append(mention.name)
        at = mention.end
    rest = POST.sub("", words[at:])
    if not any(map(directory.knows, names)) or not (not rest or OTHERS.fullmatch(rest)):
        return []
    return [*names, rest] if len(rest) > 1 else names
