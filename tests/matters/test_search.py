"""Search in Chinese: one character, two, many; brackets as typed; and never beyond what one may see."""

import pytest
from django.urls import reverse

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
@pytest.mark.parametrize("brackets", ["〔〕", "［］", "[]", "()", "（）", "【】", "﹝﹞"])
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


@pytest.mark.slow
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


@pytest.mark.slow
@pytest.mark.parametrize(
    "way",
    [
        "第{n}号",
        "督第{n}号",
        "{y}-{n}",
        "{y}－{n}号",
        "{y}年{n}号",
        "{y}年第{n}号",
        "桃督{y}-{n}",
        "{y}-00{n}",
    ],
)
def test_a_number_is_found_however_one_says_it(county, matters, way):
    """And only that one: 「第1号」 is not 11."""
    ten = [county.directive("running", title=f"事项{n}") for n in range(10)]
    for record in (matters[0], ten[-1]):
        year, count = record.matter.number.removeprefix("桃督〔").removesuffix("号").split("〕")
        assert found(county.officer, way.format(y=year, n=count)) == [record.matter.title]


def test_a_series_in_a_number_is_that_series_alone(county):
    told, other = county.instruction("running"), county.directive("running")
    count = told.matter.number.removesuffix("号").split("〕")[1]
    assert other.matter.number.endswith(f"〕{count}号")
    assert found(county.officer, f"批{count}号") == [told.matter.title]
    assert found(county.officer, f"批第{count}号") == [told.matter.title]
    assert len(found(county.officer, f"第{count}号")) == 2
    assert found(county.officer, f"函{count}号") == []


@pytest.mark.parametrize("typed", ["水\u200b库", "\ufeff水库\u202c", "小型\u00ad水库", "小型\u00a0水库"])
def test_what_nobody_sees_in_a_query_is_not_looked_for(county, matters, typed):
    assert matters[0].matter.title in found(county.officer, typed)


def test_a_matter_registered_with_what_nobody_sees_in_its_title_is_found_by_what_is_seen(county, enter):
    form = {
        "title": "修缮\u200b第三\u00ad小学\u202e校舍",
        "lead": "县水\u200b利局",
        "urgency": "minutes",
        "secrecy": "normal",
    }
    address = reverse("directives:register", args=[county.source.pk])
    assert enter(county.officer).post(address, form).status_code == 302
    assert found(county.officer, "第三小学校舍") == ["修缮第三小学校舍"]


@pytest.mark.parametrize("name", ["officer", "director", "magistrate"])
def test_the_leaders_words_are_found_by_who_reads_them(county, enter, name):
    record = county.instruction("running", word=county.word(words="请对照审计指出的十一个问题逐条销号。"))
    table = enter(county.cast[name]).get("/search/", {"q": "十一个问题"}).context["table"]
    assert [row.record.pk for row in table.rows] == [record.pk]


@pytest.mark.parametrize("name", ["water_liaison", "roads_liaison", "stranger", "audit"])
def test_the_leaders_words_are_not_found_by_who_does_not_read_them(county, enter, name):
    county.instruction("running", word=county.word(words="请对照审计指出的十一个问题逐条销号。"))
    table = enter(county.cast[name]).get("/search/", {"q": "十一个问题"}).context["table"]
    assert len(table.rows) == 0
