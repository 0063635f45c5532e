"""`honeyhive serve --open` opens the viewer in a browser."""

import shlex
import sys

import httpx

from tests.server.test_serve_command import serving


def test_open_starts_the_browser_with_the_address(tmp_path, monkeypatch):
    shown = tmp_path / "shown"
    program = tmp_path / "browser.py"
    # The program renames the file when it is complete, so the test never reads a part of the file.
    program.write_text(
        "import sys, pathlib\n"
        "part = pathlib.Path(sys.argv[1] + '.part')\n"
        "part.write_text(sys.argv[2])\n"
        "part.rename(sys.argv[1])\n"
    )
    monkeypatch.setenv("BROWSER", shlex.join([sys.executable, str(program), str(shown)]) + " %s")

    with serving(tmp_path, "--open") as (url, said, _):
        assert "browser" in said[2]
        while not shown.exists():
            httpx.get(url)  # the browser runs as a separate process
        assert shown.read_text() == url
        assert "HoneyHive" in httpx.get(url).text
