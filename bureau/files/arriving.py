"""Large uploads on their way in: where the disk has no room for one, the rest of the form still arrives."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from bureau.files.room import is_full


class NoRoom(SimpleUploadedFile):
    """Stands for an upload that found no room: a name and no content. `store.keep` refuses it in words."""


class ToDisk(TemporaryFileUploadHandler):
    """As Django's; a full disk is told by the field of the form, which keeps what was typed beside it."""

    file: UploadedFile  # type: ignore[assignment] # what is being written, or what stands for it

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self._try(super().new_file, *args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if not isinstance(self.file, NoRoom):
            self._try(self._write, raw_data)

    def file_complete(self, file_size: int) -> UploadedFile | None:
        return self.file if isinstance(self.file, NoRoom) else super().file_complete(file_size)

    def upload_interrupted(self) -> None:
        """Before a file had begun to arrive, perhaps."""
        if not isinstance(getattr(self, "file", None), NoRoom):
            super().upload_interrupted()

    def _write(self, raw_data: bytes) -> None:
        self.file.write(raw_data)
        self.file.flush()

    def _try(self, act: Callable[..., object], *args: Any, **kwargs: Any) -> None:
        try:
            act(*args, **kwargs)
        except OSError as trouble:
            if not is_full(trouble):
                raise
            self._throw_away()

    def _throw_away(self) -> None:
        """What was written of it; closing it writes the rest, for which there is no room either."""
        with suppress(OSError):
            if self.file:
                self.file.close()
        self.file = NoRoom(self.file_name or "", b"")
