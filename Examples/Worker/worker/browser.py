"""The tabs the worker has open, and which one is in front."""

from worker.devtools import DevTools, WorkerError
from worker.tab import Tab


class Browser:
    def __init__(self, devtools: DevTools):
        self._devtools = devtools
        self._born = []
        self._gone = set()
        self._count = 0
        devtools.listen(self._hear)
        pages = [target for target in devtools.call("Target.getTargets")["targetInfos"] if target["type"] == "page"]
        if not pages:
            raise WorkerError("The browser has no tab open.")
        devtools.call("Target.setDiscoverTargets", discover=True)
        self.tabs = [self._attach(pages[0]["targetId"])]
        self.show(self.tabs[0])

    def open(self, act) -> Tab:
        """Does something that opens a tab, goes there and waits until its page has loaded."""
        self._born.clear()
        act()
        self._devtools.wait(lambda: self._born, "a new tab")
        tab = self._attach(self._born[0], opener=self.front)
        self.tabs.append(tab)
        self.show(tab)
        tab.wait_for_first_page()
        return tab

    def show(self, tab: Tab):
        tab.call("Page.bringToFront")
        tab.wait_until("isInFront", what="a tab to come to the front")
        self.front = tab

    def close_front(self):
        """Closes the tab in front and goes back to the one it was opened from."""
        tab = self.tabs.pop(self.tabs.index(self.front))
        self._devtools.call("Target.closeTarget", targetId=tab.target)
        self._devtools.wait(lambda: tab.target in self._gone, "a tab to be closed")
        self.show(tab.opener)

    def _attach(self, target: str, opener: Tab | None = None) -> Tab:
        self._count += 1
        return Tab(self._devtools, target, number=self._count - 1, opener=opener)

    def _hear(self, _, method, params):
        if method == "Target.targetCreated" and params["targetInfo"]["type"] == "page":
            self._born.append(params["targetInfo"]["targetId"])
        elif method == "Target.targetDestroyed":
            self._gone.add(params["targetId"])
