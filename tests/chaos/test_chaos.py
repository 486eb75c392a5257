"""`make chaos` itself, small: every plug is pulled once, and every promise is kept and told."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.slow
SMALL = {"duties": 60, "kills": 2, "away": 1, "restarts": 1, "web-kills": 1, "visitors": 2}
SCENES = ["站内消息", "外发消息", "两个节拍器", "网页上办理", "没有办了一半的", "动态链", "磁盘写满"]


@pytest.fixture(scope="module")
def printed():
    options = [f"--{name}={value}" for name, value in SMALL.items()]
    done = subprocess.run(
        [sys.executable, "-m", "bureau.chaos", *options],
        cwd=settings.BASE_DIR,
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("scene", SCENES)
def test_the_promise_of_every_scene_is_kept(printed, scene):
    assert [line for line in printed.splitlines() if line.startswith(f"✓ 守住  {scene}")]
