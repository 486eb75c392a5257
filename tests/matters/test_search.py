"""Search in Chinese: one character, two, many; brackets as typed; and never beyond what one may see."""

import pytest

from bureau.matters.models import Matter
from directives.models import Directive

pytestmark = pytest.mark.django_db


@pytest.fixture
def matters(county):
    """A dispatched one of 水利局 and one of 财政局; a draft nobody outside the desk may find."""
    water = county.directive("running", title="完成小型水库除险加固，确保安全度汛")
    finance = county.directive(
        "running", to=[county.finance], title="压减一般性支出100%到位，严控“三公”经费_"
    )
    draft = county.directive("draft", title="研究水库移民安置Ⅱ期资金ABC")
    return water, finance, draft


def found(person, words) -> list[str]:
    return sorted(Matter.objects.visible_to(person).search(words).values_list("title", flat=True))


@pytest.mark.parametrize(
    "words, hits",
    [
        ("库", [0, 2]),
        ("水库", [0, 2]),
        ("小型水库除险", [0]),
        ("水库 移民", [2]),
        ("移民 小型", []),
        ("库水", []),
        ("abc", [2]),
        ("财政局", [1]),
        ("100%", [1]),
        ("%", [1]),
        ("_", [1]),
        ("费_", [1]),
        ("三公", [1]),
        ("\\", []),
        ("'; DROP TABLE x --", []),
        ("", [0, 1, 2]),
        ("   ", [0, 1, 2]),
    ],
)
def test_the_desk_finds_by_any_part_of_the_words(county, matters, words, hits):
    assert found(county.officer, words) == sorted(matters[hit].matter.title for hit in hits)


@pytest.mark.parametrize("form", ["{0}", "{0}号"])
@pytest.mark.parametrize("brackets", ["〔〕", "［］", "[]"])
def test_a_number_is_found_however_its_brackets_are_typed(county, matters, form, brackets):
    number = matters[0].matter.number.replace("〔", brackets[0]).replace("〕", brackets[1])
    assert matters[0].matter.title in found(county.officer, form.format(number.rstrip("号")))


def test_full_width_digits_are_the_same_digits(county, matters):
    wide = matters[0].matter.number.translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert found(county.officer, wide) == [matters[0].matter.title]


@pytest.mark.parametrize("words", ["库", "水库", "水", "除险 汛", ""])
def test_a_unit_finds_only_what_it_sees(county, matters, words):
    water, finance, draft = (record.matter.title for record in matters)
    assert found(county.water_liaison, words) == [water]
    assert finance not in found(county.vice, words)
    assert draft not in found(county.magistrate, words)
    assert found(county.stranger, words) == []


@pytest.mark.parametrize("words", ["库", "水库", "经费", "局"])
def test_lists_of_matters_and_of_records_count_alike(county, matters, words):
    for person in county.cast.values():
        covers = Matter.objects.visible_to(person).search(words)
        records = Directive.objects.visible_to(person).search(words)
        assert covers.count() == records.count() == len(list(records))


def test_a_word_of_two_characters_goes_through_the_pair_index(county, matters):
    query = str(Matter.objects.search("水库").query)
    assert "bigrams" in query
    assert "bigrams" not in str(Matter.objects.search("库").query)


def test_an_endless_query_is_cut_not_refused(county, matters):
    assert found(county.officer, "水库" * 5000) == []
    assert found(county.officer, "水 " * 5000) == found(county.officer, "水")
