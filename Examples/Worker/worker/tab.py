"""One tab: which document is in it, whether it has loaded, and what can be read there."""

import json
from pathlib import Path

from worker.devtools import DevTools, WorkerError

READING = (Path(__file__).parent / "page.js").read_text()


class Tab:
    def __init__(self, devtools: DevTools, target: str, number: int, opener: "Tab | None"):
        self.devtools = devtools
        self.target = target
        # Counted from 0, in the order in which tabs were opened.
        self.number = number
        self.opener = opener
        self.session = devtools.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        devtools.listen(self._hear)
        self.call("Page.enable")
        self.document = self.call("Page.getFrameTree")["frameTree"]["frame"]["loaderId"]
        self.has_loaded = False

    def call(self, method, **params):
        return self.devtools.call(method, self.session, **params)

    def post(self, method, **params) -> int:
        return self.devtools.post(method, self.session, **params)

    def read(self, function: str, *arguments):
        """The result of a function of `page.js`; None while the document changes under it."""
        call = f"(() => {{ {READING}; return {function}({', '.join(map(json.dumps, arguments))}); }})()"
        try:
            answer = self.call("Runtime.evaluate", expression=call, returnByValue=True)
        except WorkerError as error:
            if "context" in str(error) or "navigated" in str(error):
                return None
            raise
        if "exceptionDetails" in answer:
            raise WorkerError(f"Reading {function} on the page failed: {answer['result'].get('description')}")
        return answer["result"].get("value")

    def wait_until(self, function: str, *arguments, what: str):
        """The result of a function of `page.js` as soon as it is true."""
        return self.devtools.poll(lambda: self.read(function, *arguments), what)

    def leave(self, act, what: str):
        """Does something that opens another document here, and waits until that has loaded."""
        before = self.document
        act()
        self.devtools.wait(lambda: self.document != before and self.has_loaded, f"the page after {what}")

    def wait_for_first_page(self):
        """A new tab may have loaded before anybody listened to it."""
        self.wait_until("hasLoaded", what="the page in a new tab")

    @property
    def address(self) -> str:
        return self.read("address") or ""

    def _hear(self, session, method, params):
        if session != self.session:
            return
        if method == "Page.frameNavigated" and "parentId" not in params["frame"]:
            self.document = params["frame"]["loaderId"]
            # A page that comes back out of the cache is there as it was left, and loads nothing.
            self.has_loaded = params["type"] == "BackForwardCacheRestore"
        elif method == "Page.loadEventFired":
            self.has_loaded = True
