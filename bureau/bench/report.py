"""The table, one line per page."""

from unicodedata import east_asian_width

from bureau.bench.stopwatch import Figure

LEFT = (28, 18)  # widths of page and person
HEAD = ("页面", "谁", "p50 ms", "p95 ms", "CPU ms", "空页", "查询", "重复", "KB", "次", "负载", "内存 MB")
NOTE = "CPU：应用自身用时；空页：同一人随即打开只有一句话的页面所用CPU；重复：同一次请求中逐字相同的查询。"


def head() -> str:
    return row(HEAD)


def line(figure: Figure) -> str:
    numbers = (
        f"{figure.p50:,.0f}",
        f"{figure.p95:,.0f}",
        f"{figure.cpu:,.0f}",
        f"{figure.trivial:,.0f}",
        f"{figure.queries:,}",
        f"{figure.repeated:,}",
        f"{figure.size / 1024:,.0f}",
        f"{len(figure.times)}",
        f"{figure.load:.1f}",
        f"{figure.memory}",
    )
    return row((figure.page, figure.who, *numbers))


def row(cells) -> str:
    words, numbers = cells[: len(LEFT)], cells[len(LEFT) :]
    left = "".join(word + " " * (width - columns(word)) for word, width in zip(words, LEFT, strict=True))
    return left + "".join(" " * (9 - columns(number)) + number for number in numbers)


def columns(words: str) -> int:
    """How wide a terminal shows it: a Chinese character takes two columns."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
