"""`make picture`: chat with a local server, and take the screenshot of the trace for the README."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from honeyhive_server import LocalServer

PICTURE = Path(__file__).parents[2] / "docs" / "images" / "trace.png"
SIZE = {"width": 1280, "height": 660}


def main() -> None:
    """Take the screenshot with the system's Chromium."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("chromium is needed to take the picture")
    with LocalServer() as server:
        os.environ |= {"HH_API_URL": server.url, "HH_API_KEY": "hh_local"}
        from bot import chat, hh  # this import makes the client, which reads the environment

        chat()
        hh.close()
        (session,) = server.sessions()
        answer = session["children"][1]["children"][-1]
        PICTURE.parent.mkdir(exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE, color_scheme="light")
            page.goto(f"{server.url}/sessions/{session['session_id']}?event={answer['event_id']}")
            page.screenshot(path=PICTURE)
            browser.close()
    print(f"{PICTURE.relative_to(Path.cwd())}: {PICTURE.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
