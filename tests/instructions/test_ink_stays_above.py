"""A leader's ink on a page is not for units: they read its transcript."""

import pytest

import instructions.actions as instructing
from bureau.files.store import Kept
from bureau.matters.models import Attachment
from instructions.models import Origin, Shown

PICTURE = Kept("手写批示.png", "png", 100, "a" * 64)


@pytest.mark.parametrize("origin, handed", [(Origin.INK, 0), (Origin.TYPED, 1)])
def test_what_a_leader_wrote_on_is_handed_to_units_only_where_it_is_no_ink(county, origin, handed):
    about = instructing.OnPaper("关于水库隐患的专报")
    record = instructing.instruct(county.magistrate, county.word(origin=origin), about, files=[PICTURE])
    if origin == Origin.INK:
        instructing.transcribe(county.officer, record, "请水利局牵头整改。")
    instructing.propose(county.officer, record, lead=county.water, shown=Shown.ORIGINAL)
    entry = instructing.approve(county.director, record)
    assert Attachment.objects.filter(entry=entry).count() == handed
