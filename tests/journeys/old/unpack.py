"""The program and its libraries out of an archive of chrome-aws-lambda: `python -m tests.journeys.old.unpack ARCHIVE FOLDER`."""

import sys
import tarfile
from io import BytesIO
from pathlib import Path

import brotli


def unpack(archive: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    with tarfile.open(archive) as package:
        libraries, program = (
            brotli.decompress(package.extractfile(f"package/bin/{name}").read())
            for name in ("aws.tar.br", "chromium.br")
        )
    careful = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # from Python 3.11.4
    with tarfile.open(fileobj=BytesIO(libraries)) as packed:
        packed.extractall(folder, **careful)
    (folder / "chromium").write_bytes(program)
    (folder / "chromium").chmod(0o755)


if __name__ == "__main__":
    unpack(*map(Path, sys.argv[1:]))
