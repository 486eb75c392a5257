"""A photo for paper: upright, small enough to print sharp, and without any record of where, when and by what it was taken."""

from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from bureau.files import store
from bureau.files.refused import Refused
from bureau.files.sniff import sniff
from bureau.jobs.barred import Barred

LARGEST = 1_600  # pixels of the longer side: 260 to the inch across the type area
QUALITY = 88
PICTURES = {"png", "jpg"}


def keep_photo(upload) -> store.Kept:
    """Raises Barred with a sentence where the upload is no picture."""
    try:
        if str(sniff(upload, upload.name, limit=settings.FILE_SIZE_LIMIT)) not in PICTURES:
            raise Refused("照片只能是 JPG 或 PNG 图片，请另选文件。")
        upload.seek(0)
        name = f"{upload.name.rsplit('.', 1)[0]}.jpg"
        return store.keep(ContentFile(plain_jpeg(upload), name=name))
    except Image.DecompressionBombError as huge:
        raise Barred("照片的像素太多，请缩小后再上传。") from huge
    except Refused as refused:
        raise Barred(str(refused)) from refused


def plain_jpeg(file) -> bytes:
    """Only the picture itself, as JPEG."""
    with Image.open(file) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((LARGEST, LARGEST))
    out = BytesIO()
    picture.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    with Image.open(BytesIO(jpeg)) as picture:
        return picture.size
