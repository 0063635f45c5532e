"""Options of `honeyhive serve` with API keys, which are hashed before any other code gets them."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..model.access_keys import AccessKey

    _KeyType = click.ParamType[AccessKey]
    _KeysType = click.ParamType[tuple[AccessKey, ...]]
else:  # at run time, click before 8.4 has no type arguments
    _KeyType = _KeysType = click.ParamType

KEY_VARIABLE = "HH_SERVER_KEY"


class ServerKey(_KeyType):
    """An API key, converted to its digest."""

    name = "key"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> "AccessKey":
        """Return the key's digest. Raises click.BadParameter."""
        from ..model.access_keys import AccessKey, digest_of

        try:
            return AccessKey(digest_of(str(value)))
        except ValueError as error:
            self.fail(str(error), param, ctx)


class KeyFile(_KeysType):
    """A file of API keys, converted to their digests."""

    name = "file"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> "tuple[AccessKey, ...]":
        """Return the keys of the file, each with digest, kind and project. Raises click.BadParameter."""
        from ..model.access_keys import read_key_file

        try:
            return read_key_file(Path(str(value)))
        except OSError as error:
            self.fail(f"cannot read {value}: {error.strerror}", param, ctx)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def no_empty_variable(_context: click.Context, _option: click.Parameter, key: "AccessKey | None") -> "AccessKey | None":
    """Return the key. Raises click.BadParameter if the variable is set but empty, which click ignores."""
    if key is None and KEY_VARIABLE in os.environ:
        raise click.BadParameter(f"{KEY_VARIABLE} is set but empty; set it to a key or unset it")
    return key
