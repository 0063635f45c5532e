"""Draws the picture of the architecture from the list below: ``python -m tests.architecture_picture``."""

from html import escape
from pathlib import Path
from typing import Final, NamedTuple

ROOT = Path(__file__).parents[1]
FILE = ROOT / "docs" / "images" / "architecture.svg"
WIDTH, HEIGHT = 960, 658
_DARK, _LINE, _GROUND = "#1f2933", "#9aa5b1", "#ffffff"
FILLS: Final = {"document": "#fff3d6", "library": "#e3f0ff", "server": "#e6f6ea", "outside": "#f2f4f7"}


_SERVER: Final = ("run", "http", "api", "otlp", "services", "contract")


class Box(NamedTuple):
    """A box of the picture, with its position in pixels."""

    title: str
    role: str
    packages: tuple[str, ...]
    """The folders or files that the box stands for, relative to the root of the project."""
    kind: str
    x: int
    y: int
    width: int = 195
    height: int = 58

    @property
    def middle(self) -> int:
        """The horizontal center of the box, in pixels."""
        return self.x + self.width // 2


BOXES: Final = {
    box.title: box
    for box in (
        Box("openapi.yaml", "the API, written by hand", ("openapi.yaml",), "document", 30, 30),
        Box("Generator", "checks it, renders the rest", ("generator",), "document", 30, 140),
        Box("Other languages", "documents for other teams", ("languages",), "document", 265, 30),
        Box("Your program", "or a terminal, or CI", (), "outside", 500, 30),
        Box("Command line", "one command an operation", ("honeyhive/_cli",), "library", 265, 140),
        Box("Experiments", "evaluate, resume, compare", ("honeyhive/_experiments",), "library", 500, 140),
        Box("OpenTelemetry", "spans become events", ("honeyhive/_otel", "honeyhive/_semconv"), "library", 735, 140),
        Box("Generated client", "methods, models, types", ("generated/honeyhive_api",), "library", 30, 240),
        Box("Clients", "sync, async, vendor names", ("honeyhive/_client", "honeyhive/_vendor"), "library", 265, 240),
        Box("Tracing", "queue, masks, batches", ("honeyhive/_tracing",), "library", 500, 240),
        Box("Spool", "events on disk", ("honeyhive/_spool",), "library", 735, 240),
        Box("Decisions", "checks, retries; without I/O", ("honeyhive/_core",), "library", 265, 340),
        Box("Transport", "httpx, deadlines, TLS", ("honeyhive/_http",), "library", 500, 340),
        Box("HoneyHive", "the service", (), "outside", 265, 470),
        Box(
            "Server",
            "the API and OTLP, locally",
            tuple(f"honeyhive_server/{name}" for name in _SERVER),
            "server",
            500,
            470,
        ),
        Box("Store", "SQLite or PostgreSQL", ("honeyhive_server/store", "honeyhive_server/model"), "server", 735, 470),
        Box("Viewer", "traces in a browser", ("honeyhive_server/viewer",), "server", 500, 570),
    )
}
ACROSS: Final = (
    ("Generator", "Other languages"),
    ("Clients", "Generated client"),
    ("Clients", "Tracing"),
    ("Tracing", "Spool"),
    ("Decisions", "Transport"),
    ("Server", "Store"),
    ("Viewer", "Store"),
)
DOWN: Final = (
    ("openapi.yaml", "Generator"),
    ("Generator", "Generated client"),
    ("Your program", "Command line"),
    ("Your program", "Experiments"),
    ("Your program", "OpenTelemetry"),
    ("Command line", "Clients"),
    ("Experiments", "Tracing"),
    ("OpenTelemetry", "Tracing"),
    ("Clients", "Decisions"),
    ("Tracing", "Transport"),
    ("Transport", "HoneyHive"),
    ("Transport", "Server"),
)


def drawing() -> str:
    """The picture as SVG."""
    parts = [_box(box) for box in BOXES.values()]
    parts += [_across(BOXES[start], BOXES[end]) for start, end in ACROSS]
    return "\n".join([_HEAD, *_arrows_down(), *parts, "</svg>", ""])


_HEAD: Final = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"
 font-family="sans-serif">
<title>The parts of honeyhive-sdk, and what uses what</title>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto">
<path d="M0 0 L8 4 L0 8 z" fill="{_LINE}"/></marker></defs>
<rect width="{WIDTH}" height="{HEIGHT}" fill="{_GROUND}"/>"""


def _box(box: Box) -> str:
    names = f"<title>{escape(', '.join(box.packages))}</title>" if box.packages else ""
    return (
        f'<g>{names}<rect x="{box.x}" y="{box.y}" width="{box.width}" height="{box.height}" rx="8" '
        f'fill="{FILLS[box.kind]}" stroke="{_LINE}"/>\n'
        f'<text x="{box.middle}" y="{box.y + 25}" text-anchor="middle" font-size="16" font-weight="bold" '
        f'fill="{_DARK}">{escape(box.title)}</text>\n'
        f'<text x="{box.middle}" y="{box.y + 45}" text-anchor="middle" font-size="12" '
        f'fill="{_DARK}">{escape(box.role)}</text></g>'
    )


def _line(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<path d="M{x1} {y1} L{x2} {y2}" stroke="{_LINE}" stroke-width="1.5" marker-end="url(#tip)"/>'


def _across(start: Box, end: Box) -> str:
    y1, y2 = start.y + start.height // 2, end.y + end.height // 2
    if start.x < end.x:
        return _line(start.x + start.width, y1, end.x, y2)
    return _line(start.x, y1, end.x + end.width, y2)


def _arrows_down() -> list[str]:
    return [_line(BOXES[a].middle, BOXES[a].y + BOXES[a].height, BOXES[b].middle, BOXES[b].y) for a, b in DOWN]


if __name__ == "__main__":
    FILE.write_text(drawing())
