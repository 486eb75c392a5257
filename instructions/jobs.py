"""What the worker does for the room of instructions."""

from bureau.jobs.work import Barred, Outcome, Running, work
from instructions.prints.archive import MOST_STORIES, register_of, write_archive

ARCHIVE = "instructions.archive"


@work(ARCHIVE)
def archive(job: Running) -> Outcome:
    """A year's instructions, bound for the archive: what the person sees of them."""
    year = job.facts["year"]
    table = register_of(job.person, year)
    if not 0 < (count := len(table.rows)) <= MOST_STORIES:
        raise Barred(f"{year}年有{count}件批示件，不能归档：最少1件，最多{MOST_STORIES}件。")
    with job.file(f"{year}年领导批示件档案.zip") as out:
        write_archive(table, year, out, job.step)
    return Outcome(f"{year}年领导批示件已归档，共{count}件；压缩包内有档案（PDF）和登记簿（Excel）。")
