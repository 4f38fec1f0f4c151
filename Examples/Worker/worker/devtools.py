"""A DevTools session of the worker's own: calls, and what the browser tells in between."""

import json
import time
from pathlib import Path

import websocket

# Long enough for the slowest machine; nothing waits this long unless something is broken.
PATIENCE = 30.0


class WorkerError(Exception):
    """What went wrong, in a sentence."""


class DevTools:
    """One connection to the browser. Nothing runs in the background: replies and events are read while waiting."""

    def __init__(self, profile: Path):
        self._socket = websocket.create_connection(endpoint(profile), suppress_origin=True, timeout=PATIENCE)
        self._last_id = 0
        self._replies = {}
        self._listeners = []

    def listen(self, listener):
        """Calls `listener(session, method, params)` for each event that is read from now on."""
        self._listeners.append(listener)

    def post(self, method, session=None, **params) -> int:
        """Sends a call and does not wait for its reply."""
        self._last_id += 1
        message = {"id": self._last_id, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        self._socket.send(json.dumps(message))
        return self._last_id

    def call(self, method, session=None, **params) -> dict:
        """Sends a call and returns its result."""
        return self.reply(self.post(method, session, **params), method)

    def reply(self, number: int, method: str) -> dict:
        self.wait(lambda: number in self._replies, f"a reply to {method}")
        reply = self._replies.pop(number)
        # The replies to calls that were only posted, before this one, are of no interest to anybody.
        self._replies = {key: value for key, value in self._replies.items() if key > number}
        if "error" in reply:
            raise WorkerError(f"{method} failed: {reply['error']['message']}.")
        return reply["result"]

    def wait(self, condition, what: str):
        """Reads what the browser says until `condition` holds."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise WorkerError(f"Waited {PATIENCE:.0f} seconds for {what}, in vain.")
            self._read(deadline - time.monotonic())

    def poll(self, question, what: str):
        """Asks again and again until the answer is true, and returns it; listens between two questions."""
        deadline = time.monotonic() + PATIENCE
        while not (answer := question()):
            if time.monotonic() > deadline:
                raise WorkerError(f"Waited {PATIENCE:.0f} seconds for {what}, in vain.")
            self._read(0.01)
        return answer

    def _read(self, seconds: float):
        self._socket.settimeout(max(seconds, 0.001))
        try:
            message = json.loads(self._socket.recv())
        except websocket.WebSocketTimeoutException:
            return
        except (websocket.WebSocketException, OSError, ValueError) as error:
            raise WorkerError("The browser has gone while the worker was using it.") from error
        if "id" in message:
            self._replies[message["id"]] = message
        else:
            for listener in self._listeners:
                listener(message.get("sessionId"), message["method"], message["params"])


def endpoint(profile: Path) -> str:
    """The browser's address, from the file that Chromium writes once its port is open."""
    path = profile / "DevToolsActivePort"
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            port, address = path.read_text().split()
            return f"ws://127.0.0.1:{port}{address}"
        except (FileNotFoundError, ValueError) as error:
            if time.monotonic() > deadline:
                raise WorkerError(
                    f"No browser with a port uses the profile {profile}: start it with chromium-with-port."
                ) from error
            time.sleep(0.02)
