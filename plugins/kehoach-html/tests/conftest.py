"""Chromium through its debugging pipe, with the standard library alone; what it needs is told."""

from __future__ import annotations

import base64
import functools
import itertools
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING, Any

import pytest

from kehoach.office import find_soffice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SECONDS = 60
LAUNCH = """
import fcntl, os, sys
into, out = (fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3])
os.dup2(into, 3), os.dup2(out, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium listens on descriptor 3 and answers on 4."""


@functools.cache
def find_chromium() -> str | None:
    """The program, or None where it is not installed."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") and find_chromium() is None:
        _missing("Chromium is missing: apt-get install chromium")
    if item.get_closest_marker("rendered") and find_soffice() is None:
        _missing("LibreOffice is missing: apt-get install libreoffice-writer-nogui")


def _missing(reason: str) -> None:
    if os.environ.get("KEHOACH_REQUIRE_ALL") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


class Browser:
    """One headless Chromium that can resolve no name; a page at a time."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        ours, theirs = os.pipe(), os.pipe()
        command = [
            str(find_chromium()), "--headless=new", "--no-sandbox", "--disable-gpu",
            "--remote-debugging-pipe", f"--user-data-dir={self._profile.name}",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking",
            "--no-first-run", "--hide-scrollbars", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(ours[0]), str(theirs[1]), *command],
            pass_fds=(ours[0], theirs[1]), stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        os.close(ours[0])
        os.close(theirs[1])
        self._into, self._out = ours[1], theirs[0]
        self._numbers, self._buffer = itertools.count(1), b""
        self._session = ""
        self.events: list[dict[str, Any]] = []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        self._session = self.call("Target.attachToTarget", targetId=page, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers; events on the way are kept."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._into, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def _read(self) -> dict[str, Any]:
        deadline = time.monotonic() + SECONDS
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._out], [], [], max(deadline - time.monotonic(), 0))
            assert ready, "Chromium does not answer"
            data = os.read(self._out, 1 << 20)
            assert data, "Chromium is gone"
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer

    def open(self, page: Path) -> None:
        """Load a file; what happened before is forgotten."""
        self.call("Emulation.setEmulatedMedia", media="", features=[])
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.events.append(self._read())

    def run(self, code: str) -> Any:
        """The value of an expression in the page."""
        answer = self.call(
            "Runtime.evaluate", expression=code, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press one key."""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=key, code=key, text=text,
                windowsVirtualKeyCode=code,
            )  # fmt: skip

    def media(self, media: str = "", **features: str) -> None:
        """Emulate a medium ("print") and features ("prefers_color_scheme")."""
        told = [{"name": name.replace("_", "-"), "value": one} for name, one in features.items()]
        self.call("Emulation.setEmulatedMedia", media=media, features=told)

    def size(self, width: int, height: int) -> None:
        """Set the window's size in pixels."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height,
            deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def pdf(self) -> bytes:
        """The page as the browser prints it, on the paper that its style asks for."""
        made = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return base64.b64decode(made["data"])

    def shot(self) -> bytes:
        """The whole page as PNG."""
        made = self.call("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(made["data"])

    def faults(self) -> list[str]:
        """What the console told of errors, and every request for anything but the page."""
        told = []
        for one in self.events:
            parameters = one.get("params", {})
            match one.get("method"):
                case "Runtime.exceptionThrown":
                    told.append(str(parameters["exceptionDetails"]))
                case "Runtime.consoleAPICalled" if parameters["type"] in {"error", "warning"}:
                    told.append(str(parameters["args"]))
                case "Log.entryAdded" if parameters["entry"]["level"] in {"error", "warning"}:
                    told.append(str(parameters["entry"]))
                case "Network.requestWillBeSent" if parameters["type"] != "Document":
                    told.append(parameters["request"]["url"])
        return told

    def close(self) -> None:
        """End the browser and what it started."""
        os.close(self._into)
        os.close(self._out)
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._profile.cleanup()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of the session; tests that take it are marked `browser`."""
    made = Browser()
    yield made
    made.close()
