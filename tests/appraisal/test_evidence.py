"""What a unit hands in with a value is found where the value is read, by who may read it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from appraisal.models import Evidence
from tests.appraisal.playing import begin, cell, draft, part_of, play, publish
from tests.files.test_sniff import PDF

pytestmark = pytest.mark.django_db


def paper(name: str = "完成情况.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF, "application/pdf")


@pytest.fixture
def part(county):
    return part_of(play(county, begin(county, publish(county, draft(county))), "collecting"), county.water)


def fill_in(enter, person, part, **words):
    key = "-".join(map(str, cell(part, "1.1")))
    url = f"{part.get_absolute_url()}fill-in/"
    visitor = enter(person)
    names = visitor.get(url).context["form"].fields
    assert f"{key}-files" in names
    given = {f"{key}-status": "given", f"{key}-value": "95", f"{key}-seen": "0"} | {
        f"{key}-{name}": value for name, value in words.items()
    }
    return visitor.post(url, given)


def test_a_file_that_came_with_a_value_stands_beside_it(county, part, enter):
    assert fill_in(enter, county.water_head, part, files=paper()).status_code == 302
    (one,) = Evidence.objects.all()
    assert one.value.indicator.code == "1.1"
    link = one.attachment.get_absolute_url()
    fill_page = f"{part.get_absolute_url()}fill-in/"
    for person, page in ((county.water_head, fill_page), (county.director, part.get_absolute_url())):
        assert link in enter(person).get(page).content.decode()
        assert enter(person).get(link).status_code == 200
    for stranger in (county.roads_liaison, county.stranger):
        assert enter(stranger).get(link).status_code == 404


def test_another_file_for_the_same_value_is_added(county, part, enter):
    fill_in(enter, county.water_head, part, files=paper())
    assert fill_in(enter, county.water_head, part, files=paper("批复.pdf"), seen="1").status_code == 302
    assert {str(one) for one in Evidence.objects.all()} == {"完成情况.pdf", "批复.pdf"}
    assert part.values.get(indicator__code="1.1").version == 1


def test_a_file_without_its_value_is_asked_for_the_value(county, part, enter):
    answer = fill_in(enter, county.water_head, part, files=paper(), value="")
    assert "的数值；没有任务的选“不适用”" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_unit_does_not_say_itself_what_came_late(county, part, enter):
    answer = fill_in(enter, county.water_head, part, status="late")
    assert answer.status_code == 200
    assert not part.values.filter(indicator__code="1.1").exists()
