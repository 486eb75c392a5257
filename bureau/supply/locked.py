"""The locked dependencies of production and the licence of each, in the names of SPDX."""

import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "setup" / "requirements.txt"
PACKAGE = re.compile(r"^([\w.-]+)==([^\s;\\]+)([^\\\n]*)\\?\n((?:    --hash=\S+(?: \\)?\n)*)", re.MULTILINE)
HASH = re.compile(r"sha256:([0-9a-f]{64})")
# What a county may run, pass on and change its own programs beside, without opening them: permissive licences; of the weaker
# copyleft those of libraries that are used as they are.
ALLOWED = {
    "MIT",
    "MIT-0",
    "MIT-CMU",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Apache-2.0",
    "PSF-2.0",
    "Unlicense",
    "LGPL-3.0-only",
    "MPL-1.1",
}
# What packages say in other words, as their own LICENSE files say it.
MEANT = {
    "MIT License": "MIT",
    "The Unlicense (Unlicense)": "Unlicense",
    "BSD": "BSD-3-Clause",
    "New BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "PSFL": "PSF-2.0",
    "Apache Software License": "Apache-2.0",
}
# By package what its metadata does not say in one word: of several that may be chosen from, the one chosen.
READ = {
    "async-timeout": "Apache-2.0",  # for Python before 3.11.3
    "brotlicffi": "MIT",  # for PyPy
    "tzdata": "Apache-2.0",  # for Windows
    "django-tables2": "BSD-2-Clause",
    "pypdfium2": "Apache-2.0 AND BSD-3-Clause",
    "pyphen": "MPL-1.1",
    "python-dateutil": "Apache-2.0",
}


@dataclass(frozen=True)
class Package:
    """`condition`: on which machines it is installed, as the lock says it; empty: on all. `hashes`: SHA-256 of its files, hex."""

    name: str
    version: str
    condition: str
    hashes: tuple[str, ...]

    @property
    def licence(self) -> str:
        """An SPDX expression; empty where nothing says it."""
        if self.name in READ:
            return READ[self.name]
        try:
            told = metadata(self.name)
        except PackageNotFoundError:
            return ""
        classes = [
            line.rpartition(" :: ")[2]
            for line in told.get_all("Classifier") or []
            if line.startswith("License")
        ]
        said = told.get("License-Expression") or told.get("License") or " AND ".join(classes)
        return MEANT.get(said, said)

    @property
    def parts(self) -> set[str]:
        """The licences that its expression names."""
        return set(re.split(r" (?:AND|OR) ", self.licence)) - {""}


def packages() -> list[Package]:
    found = PACKAGE.findall(LOCK.read_text())
    return [
        Package(name, version, more.strip(" ;"), tuple(HASH.findall(files)))
        for name, version, more, files in found
    ]
