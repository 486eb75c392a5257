"""A file that the store no longer has."""

import pytest

from bureau.files import store
from bureau.matters.parts import assignments

pytestmark = pytest.mark.django_db


def test_a_file_the_store_has_lost_is_said_in_words(client, county):
    part = county.part(county.directive("running"))
    client.force_login(county.water_liaison, backend="bureau.org.backend.PersonBackend")
    lost = store.Kept("佐证.pdf", "pdf", 3, "0" * 64)
    entry = assignments.reply(county.water_liaison, part, "见附件。", files=[lost])
    answer = client.get(f"/files/{entry.attachments.get().pk}/", follow=True)
    assert answer.status_code == 200
    assert "不在存储里" in answer.content.decode()
