"""Rendering of templates. Stored values are escaped, with visible marks for invisible characters."""

from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model.http_messages import ServerResponse
from . import format as formats
from . import static_files
from .json_html import cut, fields, pretty
from .page_paths import TABS, run_address, session_address
from .page_request import PageRequest
from .timeline import kind_of


def _quoted(text: str) -> Markup:
    return Markup(quote(text, safe=""))  # percent-encoding leaves no character that HTML interprets


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=formats.visible_text,
    )
    environment.filters |= {"duration": formats.duration, "count": formats.count, "cost": formats.cost}
    environment.filters |= {
        "moment": formats.moment,
        "mark": formats.mark,
        "milliseconds": formats.milliseconds,
        "score": formats.score,
        "signed": formats.signed,
        "quoted": _quoted,
        "pretty": pretty,
        "cut": cut,
        "fields": fields,
    }
    environment.globals |= {"kind_of": kind_of, "short": formats.short}
    return environment


_templates = _environment()


def render(template: str, request: PageRequest, *, block: str = "", **context: Any) -> str:
    """Return a rendered template, or one block of it."""
    found = _templates.get_template(template)
    values = {"request": request, "store_name": request.store.name, **_links(request.config.root_path), **context}
    if not block:
        return found.render(values)
    return "".join(found.blocks[block](found.new_context(values)))


@cache
def _links(root: str) -> dict[str, Any]:
    """Return the functions and values for links, which all begin with the root path."""
    return {
        "base": root,
        "tabs": {f"{root}{path}": label for path, label in TABS.items()},
        "assets": {name: root + address for name, address in static_files.addresses().items()},
        "session_address": partial(session_address, root),
        "run_address": partial(run_address, root),
    }


def html(template: str, request: PageRequest, *, block: str = "", status: int = 200, **context: Any) -> ServerResponse:
    """Return a page or a part of one as a response."""
    content = render(template, request, block=block, status=status, **context).encode()
    return ServerResponse(status, content, "text/html; charset=utf-8")
