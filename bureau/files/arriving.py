"""Large uploads on their way in: where the disk has no room for one, the rest of the form still arrives."""

from contextlib import suppress

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler

from bureau.files.room import is_full


class NoRoom(SimpleUploadedFile):
    """Stands for an upload that found no room: a name and no content. `store.keep` refuses it in words."""


class ToDisk(TemporaryFileUploadHandler):
    """As Django's; a full disk is told by the field of the form, which keeps what was typed beside it."""

    def new_file(self, *args, **kwargs):
        self._try(super().new_file, *args, **kwargs)

    def receive_data_chunk(self, raw_data, start):
        if not isinstance(self.file, NoRoom):
            self._try(self._write, raw_data)

    def file_complete(self, file_size):
        return self.file if isinstance(self.file, NoRoom) else super().file_complete(file_size)

    def upload_interrupted(self):
        if not isinstance(self.file, NoRoom):
            super().upload_interrupted()

    def _write(self, raw_data):
        self.file.write(raw_data)
        self.file.flush()

    def _try(self, act, *args, **kwargs):
        try:
            act(*args, **kwargs)
        except OSError as trouble:
            if not is_full(trouble):
                raise
            self._throw_away()

    def _throw_away(self):
        """What was written of it; closing it writes the rest, for which there is no room either."""
        with suppress(OSError):
            if self.file:
                self.file.close()
        self.file = NoRoom(self.file_name, b"")
