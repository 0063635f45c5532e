"""Public API of honeyhive and honeyhive_api, recorded in api.txt for review: one line per public name.

griffe reads the record from the source, so the packages are not imported.
"""

import logging
from pathlib import Path
from typing import Final

import griffe
from attrs import define, field

_HEAD: Final = """\
# Public API of honeyhive and honeyhive_api: one line per name, with its signature, or its name only where
# openapi.yaml decides the signature. Written by `python -m generator api` for review; a change of it needs a
# line in CHANGELOG.md.
"""
_PACKAGES: Final = ("honeyhive_api", "honeyhive_server", "honeyhive")
_MODULES: Final = ("", "errors", "types", "tracing", "otel", "experiments", "middleware", "testing")
_NAMES_ONLY: Final = ("client", "errors", "types", "index", "inputs", "models", "namespaces")
"""Modules of honeyhive_api whose names are recorded without signatures."""

_SPECIAL: Final = {"__init__", "__enter__", "__aenter__", "__iter__", "__aiter__", "__next__", "__anext__"}
"""Special methods that users call, directly or through syntax such as ``with``."""


def render_api(root: Path) -> str:
    """Return the record of the public API of the packages below the root."""
    logging.getLogger("griffe").setLevel(logging.CRITICAL)  # griffe warns about unloaded packages
    loader = griffe.GriffeLoader(search_paths=[root, root / "generated"], allow_inspection=False)
    packages = {name: loader.load(name, try_relative_path=False) for name in _PACKAGES}
    loader.resolve_aliases(implicit=True, external=False)
    record = _Record()
    for name in _MODULES:
        record.add_module(packages["honeyhive"][name] if name else packages["honeyhive"])
    for name in _NAMES_ONLY:
        record.add_names(packages["honeyhive_api"][name])
    return _HEAD + "".join(f"{line}\n" for line in record.lines)


@define
class _Record:
    """The lines of the record, and the public name of each recorded object."""

    lines: list[str] = field(factory=list)
    _names: dict[str, str] = field(factory=dict)

    def add_module(self, module: griffe.Object | griffe.Alias) -> None:
        """Add the exports of a module with their signatures."""
        self.lines += ["", f"# {module.path}"]
        for name in _exports(module):
            self._add(f"{module.path}.{name}", module.members[name])

    def add_names(self, module: griffe.Object | griffe.Alias) -> None:
        """Add the names that a module exports."""
        self.lines += ["", f"# {module.path}", *(f"{module.path}.{name}" for name in _exports(module))]

    def _add(self, path: str, found: griffe.Object | griffe.Alias) -> None:
        one = found.final_target if isinstance(found, griffe.Alias) else found
        known = self._names.setdefault(one.path, path)
        if known != path and isinstance(found, griffe.Alias) and not found.inherited:
            self.lines.append(f"{path} = {known}")
        elif isinstance(one, griffe.Function):
            self.lines.append(f"{path}{one.signature(return_type=True).removeprefix(one.name)}")
        elif isinstance(one, griffe.Class):
            self.lines.append(f"class {path}({', '.join(map(str, one.bases))})")
            members = {**one.inherited_members, **one.members}
            for name in sorted(members):
                if not name.startswith("_") or name in _SPECIAL:
                    self._add(f"{path}.{name}", members[name])
        else:
            annotation = getattr(one, "annotation", None)
            self.lines.append(f"{path}: {annotation}" if annotation is not None else path)


def _exports(module: griffe.Object | griffe.Alias) -> list[str]:
    """Return the public names of a module: ``__all__``, otherwise its definitions and explicit re-exports."""
    if module.exports is not None:
        return sorted(map(str, module.exports))
    members = module.members.items()
    return sorted(name for name, one in members if not name.startswith("_") and (not one.is_alias or _is_ours(one)))


def _is_ours(one: griffe.Object | griffe.Alias) -> bool:
    return isinstance(one, griffe.Alias) and one.target_path.startswith("honeyhive")
