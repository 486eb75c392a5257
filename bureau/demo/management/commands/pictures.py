"""manage.py pictures: the manual's pictures, taken from the demo county as it stands in this database."""

from io import BytesIO

from django.conf import settings
from django.core.management.base import BaseCommand
from PIL import Image

from bureau.demo.camera import FIRST_RECORD, Camera, camera
from bureau.manual.pictures import SHOTS, Shot

QUALITY = 70  # of a JPEG
WIDEST = 1000  # pixels: sharp on paper, light on a phone
NO_TOUR = "document.querySelectorAll('.tour').forEach(one => one.remove())"  # what is pictured is what comes after it


class Command(BaseCommand):
    help = "用演示县重新拍使用手册的插图，存到 static/manual/。"

    def add_arguments(self, parser):
        told = "只重拍这几张；不写的全部重拍。"
        parser.add_argument("names", nargs="*", choices=[[], *SHOTS], metavar="名称", help=told)

    def handle(self, names=(), **options):
        with camera() as ready:
            for shot in [SHOTS[name] for name in names or SHOTS]:
                take(ready, shot)
                self.stdout.write(str(shot.file.relative_to(settings.BASE_DIR)))


def take(ready: Camera, shot: Shot) -> None:
    with ready.page(shot.login, shot.window) as page:
        page.goto(shot.path)
        if shot.first:
            page.goto(page.locator(FIRST_RECORD).first.get_attribute("href"))
        if shot.then:
            page.goto(page.get_by_role("link", name=shot.then, exact=True).first.get_attribute("href"))
        page.evaluate(NO_TOUR)
        shot.file.parent.mkdir(parents=True, exist_ok=True)
        picture = Image.open(BytesIO(page.screenshot()))
        picture.thumbnail((WIDEST, picture.height))
        picture.convert("RGB").save(shot.file, quality=QUALITY, optimize=True)
