"""Text files that are read several times in constant memory."""

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from typing import Final, TextIO

from .._core.errors import InvalidRequestError

_MAX_HELD: Final = 4_194_304
"""Maximum size in bytes of a file that is held in memory. Such a file may change during a run."""


class TextFile:
    """Lines of a UTF-8 file, unpacked if its name ends in .gz.

    A small file or a pipe is held in memory; any other file is read at each iteration. Raises InvalidRequestError if
    the file cannot be read or has changed since the first iteration.
    """

    def __init__(self, path: Path) -> None:
        self.path: Final = path
        with self._errors():
            stat = path.stat()
            self._version = (stat.st_size, stat.st_mtime_ns)
            self.is_held: Final = not S_ISREG(stat.st_mode) or stat.st_size <= _MAX_HELD
            self._text: str | None = None
            if self.is_held:
                with self._open() as file:
                    self._text = file.read()

    def __iter__(self) -> Iterator[str]:
        if self._text is not None:
            yield from io.StringIO(self._text)
            return
        with self._errors(), self._open() as file:
            self._check_version()
            yield from file
            self._check_version()

    def _open(self) -> TextIO:
        if self.path.suffix.lower() == ".gz":
            return gzip.open(self.path, "rt", encoding="utf-8-sig")
        return self.path.open(encoding="utf-8-sig")

    def _check_version(self) -> None:
        stat = self.path.stat()
        if (stat.st_size, stat.st_mtime_ns) != self._version:
            raise InvalidRequestError(
                f"{self.path} changed while its rows were read; run again, and leave the file as it is until the end",
                argument="dataset",
                separator=": ",
            )

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except UnicodeDecodeError:
            reason = "it is not UTF-8"
        except (gzip.BadGzipFile, EOFError, zlib.error) as error:
            reason = f"it cannot be unpacked: {error}"
        except OSError as error:
            reason = error.strerror or str(error)
        else:
            return
        raise InvalidRequestError(f"{self.path} cannot be read: {reason}", argument="dataset", separator=": ") from None
