"""manage.py look: every page that a post is led to, at a desk and on a phone, on contact sheets for the eye."""

import io
import os
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw

from bureau.demo.camera import FIRST_RECORD, Camera, camera

POSTS = ("officer1", "director", "magistrate", "zjj", "system", "security", "audit")
WINDOWS = {"desk": (1366, 768), "phone": (390, 844)}
WIDTHS = {"desk": 455, "phone": 195}  # of a page on the sheet, in pixels
ROW = 1820  # pixels of a sheet's width
TALLEST = 900  # pixels of a page on the sheet; what is longer is cut there, and its length stands above it
HEAD = 22


class Command(BaseCommand):
    help = "把各岗位的页面按电脑和手机两种尺寸拍成看样，存到 var/look/（LOOK_DIR 另定）。"

    def handle(self, **options):
        folder = Path(os.environ.get("LOOK_DIR") or settings.VAR_DIR / "look")
        folder.mkdir(parents=True, exist_ok=True)
        with camera() as ready:
            for login in POSTS:
                for name, window in WINDOWS.items():
                    file = folder / f"{login}-{name}.png"
                    contact_sheet(list(pages(ready, login, window)), WIDTHS[name]).save(file)
                    self.stdout.write(str(file))


def pages(ready: Camera, login: str, window):
    """(address, picture) of each place of the navigation, and of the first record of each list."""
    with ready.page(login, window) as page:
        page.goto("/")
        waiting = page.eval_on_selector_all(".rail a", "all => all.map(one => one.pathname + one.search)")
        seen: list[str] = []
        while waiting:
            address = waiting.pop(0)
            if address in seen:
                continue
            seen.append(address)
            page.goto(address)
            waiting += page.eval_on_selector_all(FIRST_RECORD, "all => all.map(one => one.pathname)")[:1]
            yield address, page.screenshot(full_page=True)


def contact_sheet(taken: list[tuple[str, bytes]], width: int) -> Image.Image:
    """The pages side by side, each under its address and its length in pixels."""
    small = []
    for address, png in taken:
        whole = Image.open(io.BytesIO(png)).convert("RGB")
        fitted = whole.resize((width, round(whole.height * width / whole.width)))
        small.append(
            (
                f"{address}  {whole.width}x{whole.height}",
                fitted.crop((0, 0, width, min(fitted.height, TALLEST))),
            )
        )
    across = max(1, ROW // (width + 10))
    rows = [small[start : start + across] for start in range(0, len(small), across)]
    heights = [HEAD + max(one.height for _words, one in row) + 10 for row in rows]
    sheet = Image.new("RGB", (across * (width + 10) + 10, sum(heights) + 10), "#888")
    pen, top = ImageDraw.Draw(sheet), 10
    for row, height in zip(rows, heights, strict=True):
        for place, (words, one) in enumerate(row):
            left = 10 + place * (width + 10)
            pen.text((left, top + 4), words, fill="white")
            sheet.paste(one, (left, top + HEAD))
        top += height
    return sheet
