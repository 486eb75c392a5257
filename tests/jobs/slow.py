"""A piece of work for a real worker: it goes on until the file `gate` is there, and leaves one unit behind."""

import time
from pathlib import Path

from bureau.jobs.work import Outcome, work
from bureau.org.models import Unit

KIND = "test.slow"


@work(KIND)
def build(job) -> Outcome:
    Unit.objects.create(name="新设单位", short="新设单位", unit_class="economy")
    turns = 0
    while not Path(job.facts["gate"]).exists():
        turns += 1
        job.step(turns, 1000)
        time.sleep(0.05)
    return Outcome("已办。")
