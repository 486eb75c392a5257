"""Files of older office programs (.doc, .xls, .wps, .et) as .docx and .xlsx, made by LibreOffice where it is installed.

A stranger's file is opened by a program of its own with a profile that is thrown away; macros are never run without a window."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.core.files.base import File

from bureau.files.refused import Refused
from bureau.files.sniff import OLE

LONGEST = 120  # seconds
STREAMS = {"WordDocument": "docx", "Workbook": "xlsx", "Book": "xlsx"}
"""What the main stream of an old file is called → what it becomes."""


def program() -> str | None:
    """LibreOffice on this machine."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def is_old(stream: BinaryIO | File) -> bool:
    """Whether it is a file of an older office program, and not one behind a password."""
    stream.seek(0)
    content = stream.read()
    stream.seek(0)
    return content.startswith(OLE) and becomes(content) is not None


def becomes(content: bytes) -> str | None:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return None
    return next((kind for name, kind in STREAMS.items() if name.encode("utf-16-le") in content), None)


def converted(content: bytes, name: str) -> tuple[str, bytes]:
    """The same file as .docx or .xlsx, with its new name. Raises Refused."""
    kind, soffice = becomes(content), program()
    if kind is None or soffice is None:
        raise Refused(f"文件「{name}」是旧格式，请在 Word 或 WPS 里另存为 .docx 或 .xlsx 后再上传。")
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.bin"), Path(folder, f"old.{kind}")
        old.write_bytes(content)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        order = [
            soffice,
            profile,
            "--headless",
            "--norestore",
            "--convert-to",
            kind,
            "--outdir",
            folder,
            str(old),
        ]
        try:
            subprocess.run(order, capture_output=True, timeout=LONGEST, check=True)
            return f"{Path(name).stem}.{kind}", new.read_bytes()
        except (subprocess.SubprocessError, OSError) as fault:
            raise Refused(
                f"文件「{name}」没有转换成功，请在 Word 或 WPS 里另存为 .docx 或 .xlsx 后再上传。"
            ) from fault
