"""Small papers in as many habits as counties have: what is read of all of them together, and that none of their words is lost."""

import re

import pytest

from bureau.files.grids import Grid, distinct
from bureau.files.sheets import grids
from bureau.org.naming import fold
from directives.management.commands.score_reading import listed
from directives.reading import read
from directives.reading.items import Fate
from directives.reading.scoring import Score, score
from directives.reading.word import blocks

from .building import CORPUS, TODAY, papers

HOME = CORPUS.parents[2] / "bureau/demo/units.csv"
PAPERS = papers()
RIGHT = 0.99
"""The share of fields that are right in all papers together; a change that loses more is to be looked at."""


@pytest.fixture(scope="module")
def counties():
    return {"": listed(HOME)} | {path.stem: listed(path) for path in CORPUS.glob("*.csv")}


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    return {paper.name: paper.write(folder) for paper in PAPERS}


@pytest.fixture(scope="module")
def readings(counties, files):
    return {paper.name: read(files[paper.name], counties[paper.units], TODAY) for paper in PAPERS}


def test_the_corpus_is_wide():
    assert len(PAPERS) >= 60
    assert len({paper.habit for paper in PAPERS}) == len(PAPERS)
    kinds = {kind for paper in PAPERS for kind in paper.kinds.split()}
    assert {
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
        "13",
        "14",
        "23",
        "24",
        "25",
        "26",
    } <= kinds


def test_the_corpus_is_read(readings, counties):
    total = Score()
    for paper in PAPERS:
        total.add(score(readings[paper.name].items, paper.items, counties[paper.units]))
    assert total.share >= RIGHT, total.lines
    assert total.invented == 0, total.lines


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_word_of_a_paper_ends_in_one_passage(paper, files, readings):
    told = fold("".join(one.words for one in readings[paper.name].passages))
    for words in words_of(files[paper.name]):
        assert fold(words) in told, words


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_what_is_no_item_says_why(paper, readings):
    reading = readings[paper.name]
    numbers = {item.ordinal for item in reading.items}
    for one in reading.passages:
        if one.fate is Fate.ITEM:
            assert one.item in numbers
        elif one.fate is not Fate.UNREAD and re.search(r"\w", one.words):
            assert one.reason, one


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_words_of_an_item_are_the_papers_own(paper, readings):
    reading = readings[paper.name]
    told = fold("".join(one.words for one in reading.passages))
    for item in reading.items:
        for part in re.split(r"[。；：:]", item.text):
            assert fold(part) in told, part


def words_of(path) -> list[str]:
    """All that stands in the file, a cell or a line at a time."""
    with path.open("rb") as stream:
        content = grids(stream, hidden=True) if path.suffix == ".xlsx" else list(blocks(stream))
    found = []
    for one in content:
        cells = [cell for row in one.rows for cell in distinct(row)] if isinstance(one, Grid) else []
        found += [cell.words for cell in cells] if isinstance(one, Grid) else [one.words]
    return found
