"""The press: a document set cold and warm, as Word, and the same page printed by a headless browser.

`python -m bureau.bench.press 60` sets one of about so many pages in a process of its own and says as JSON: `pages`; seconds
`cold` (a new process, faces and styles loaded), `warm`, `word`; `peak` memory in MB."""

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from django.conf import settings

LENGTHS = (2, 10, 60, 200)  # pages
PARAGRAPHS_A_PAGE = 4
TEXT = (
    "截至2026年11月20日，纳入督查的事项共22项，已办结6项，占27%；正在办理16项，占73%。各承办单位主要负责人要亲自过问，"
    "对照办理时限倒排工期、逐项推进，进展滞后的要逐项查找原因，明确整改措施和完成时间，书面报督查局（桃督〔2026〕12号）。"
)
LARGEST = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
HEAD = ("页数", "冷启动 秒", "热 秒", "热 毫秒/页", "Word 秒", "内存 MB", "浏览器 秒", "浏览器 MB")


def sheet(pages: int):
    """A bulletin of about so many pages, with a table and a chart."""
    from bureau.press.typeset.sheets import Annex, Bulletin, Chart, Column, Insert, Strand, Table

    units = ("县水利局", "县财政局", "县交通运输局", "县住建局", "县农业农村局")
    chart = Chart("bars", units, (Strand("应办", (6, 5, 4, 3, 9)), Strand("逾期", (2, 0, 3, 1, 1), red=True)))
    table = Table(
        (Column("编号"), Column("事项")), (("桃督〔2026〕1号", "完成小型水库隐患排查"),) * (pages * 2)
    )
    body = "\n".join(f"{number}.{TEXT}" for number in range(1, max(2, (pages - 3) * PARAGRAPHS_A_PAGE)))
    return Bulletin(
        masthead="督查通报",
        issue="第12期",
        total="（总第208期）",
        issuer=settings.BUREAU_NAME,
        date=date(2026, 11, 20),
        title="关于议定事项落实情况的通报",
        body=f"一、总体情况\n【图1】\n{body}",
        inserts=(Insert("【图1】", "图1", "各单位办理情况", chart),),
        annexes=(Annex("督查事项办理情况一览表", table),),
        report_to="县委书记、县长。",
        copies=120,
    )


def measured(pages: int) -> dict:
    began = perf_counter()
    from bureau.press.printing import FACES
    from bureau.press.typeset.bind import count
    from bureau.press.typeset.render import render
    from bureau.press.word import write

    document = sheet(pages)
    pdf = render(document, FACES)
    cold = perf_counter() - began
    began = perf_counter()
    render(replace(document, copies=121), FACES)
    warm = perf_counter() - began
    began = perf_counter()
    write(document, FACES)
    word = perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {"pages": count(pdf), "cold": cold, "warm": warm, "word": word, "peak": peak}


def rounds(longest: int) -> Iterator[str]:
    """A line for each length up to the longest, as soon as it is measured."""
    browser = shutil.which("chromium") or os.environ.get("CHROMIUM")
    for pages in (pages for pages in LENGTHS if pages <= longest):
        own = json.loads(subprocess.check_output([sys.executable, "-m", __spec__.name, str(pages)]))
        own["cold"] += starting()
        seconds, peak = printed(browser, pages) if browser else (None, None)
        yield row(own, seconds, peak)


def starting() -> float:
    """What a process of ours takes before it begins: Python and the settings."""
    began = perf_counter()
    subprocess.run([sys.executable, "-c", "import django; django.setup()"], check=True)
    return perf_counter() - began


def printed(browser: str, pages: int) -> tuple[float, int]:
    """Seconds that a headless browser needs for the same page, with the same faces and styles; MB of its largest process."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(for_the_browser(pages))
        flags = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        command = [
            browser,
            *flags,
            f"--print-to-pdf={folder}/page.pdf",
            "--no-pdf-header-footer",
            page.as_uri(),
        ]
        began = perf_counter()
        peak = subprocess.check_output([sys.executable, "-c", LARGEST, *command])
        return perf_counter() - began, int(peak) // 1024


def for_the_browser(pages: int) -> str:
    from bureau.press.printing import FACES
    from bureau.press.typeset import render
    from bureau.press.typeset.document import document_html
    from bureau.press.typeset.faces import FACES as ALL
    from bureau.press.typeset.faces import lean_name
    from bureau.press.typeset.metrics import Metrics

    faces = "".join(
        f'@font-face{{font-family:"{face.family}";src:url("{(FACES / lean_name(face.family)).as_uri()}")}}'
        for face in ALL
    )
    styles = "".join(path.read_text() for path in sorted(render._STYLES.glob("*.css")))
    html = document_html(sheet(pages), Metrics(FACES))
    return html.replace("</head>", f"<style>{faces}{styles}</style></head>", 1)


def row(own: dict, seconds: float | None, peak: int | None) -> str:
    per_page = own["warm"] * 1000 / own["pages"]
    browser = (f"{seconds:.1f}", f"{peak}") if seconds else ("—", "—")
    cells = (
        own["pages"],
        f"{own['cold']:.1f}",
        f"{own['warm']:.2f}",
        f"{per_page:.0f}",
        f"{own['word']:.2f}",
    )
    return "".join(f"{cell:>11}" for cell in (*cells, own["peak"], *browser))


def head() -> str:
    return "".join(f"{' ' * (11 - 2 * len(word))}{word}" if word.isalpha() else f"{word:>9}" for word in HEAD)


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(json.dumps(measured(int(sys.argv[1]))))
