"""Templates to pages. Whatever comes out of the store is escaped, and shown with nothing hidden."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import Response

from ..store.engine import place
from . import RUN, SESSION, TABS, static
from . import format as words
from .json_html import cut, fields, pretty
from .page_request import Visit
from .timeline import kind_of


def session_address(session_id: str, event_id: str | None = None, part: str = "") -> str:
    """The address of a session or of an event in it; ids may be any text."""
    address = f"{SESSION}{quote(session_id, safe='')}{part and '/'}{part}"
    return address if event_id is None else f"{address}?event={quote(event_id, safe='')}"


def run_address(run_id: str) -> str:
    """The address of an experiment."""
    return f"{RUN}{quote(run_id, safe='')}"


def _finalize(value: Any) -> Any:
    # Markup is a str too, but has been looked at.
    return words.visible(value) if type(value) is str else value


def _quoted(text: str) -> Markup:
    return Markup(quote(text, safe=""))  # nothing is left in it that HTML knows


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_finalize,
    )
    environment.filters |= {"duration": words.duration, "count": words.count, "cost": words.cost}
    environment.filters |= {
        "moment": words.moment,
        "mark": words.mark,
        "milliseconds": words.milliseconds,
        "score": words.score,
        "signed": words.signed,
        "quoted": _quoted,
        "pretty": pretty,
        "cut": cut,
        "fields": fields,
    }
    environment.globals |= {"tabs": TABS, "asset": static.address, "session_address": session_address}
    environment.globals |= {"kind_of": kind_of, "run_address": run_address, "short": words.short}
    return environment


_templates = _environment()


def render(template: str, visit: Visit, **context: Any) -> str:
    """The text of a template."""
    return _templates.get_template(template).render(
        visit=visit, path=visit.request.scope["path"], store_name=place(visit.store.url), **context
    )


def html(template: str, visit: Visit, *, status: int = 200, **context: Any) -> Response:
    """A page or a part of one."""
    return Response(render(template, visit, status=status, **context), status, media_type="text/html")
