"""The worker's hands: mouse and keyboard. Every act is announced, done with trusted input, and seen to have worked."""

from worker import keys
from worker.browser import Browser
from worker.clock import Clock
from worker.devtools import WorkerError
from worker.diary import Diary


class Hand:
    def __init__(self, browser: Browser, diary: Diary, clock: Clock):
        self._browser = browser
        self._diary = diary
        self._clock = clock

    # What is done with the mouse.

    def click(self, selector: str, text: str | None = None):
        spot = self._reach(selector, text)
        self._announce("click", spot)
        self._press_mouse(spot["x"], spot["y"])

    def follow(self, selector: str, text: str | None = None):
        """Clicks on what leads to another page, and waits for it."""
        spot = self._reach(selector, text)
        self._announce("click", spot)
        self._tab.leave(lambda: self._press_mouse(spot["x"], spot["y"]), f"a click on {text or selector}")

    def follow_in_new_tab(self, selector: str, text: str | None = None):
        """Clicks with the wheel, and goes to the tab that this opens."""
        spot = self._reach(selector, text)
        self._announce("click in new tab", spot)
        self._browser.open(lambda: self._press_mouse(spot["x"], spot["y"], button="middle"))

    def scroll(self, down: float):
        self._announce("scroll", self._part("page"), str(round(down)))
        self._wheel(300, 300, down)

    # What is done with the keyboard.

    def type(self, selector: str, text: str, typo: str | None = None):
        """Types into the field that has the focus; `typo` is typed first and taken back."""
        self._announce("fill", self._focus(selector), text)
        for letter in text[:-1]:
            self._key(keys.named("Enter") if letter == "\n" else keys.character(letter))
        if typo:
            with self._diary.slip("typo"):
                self._key(keys.character(typo))
                self._press("Backspace", selector)
        self._settle(self._key(keys.character(text[-1])))
        seen = self._tab.read("value", selector)
        if not seen.endswith(text):
            raise WorkerError(f"Typed into {selector}, but another text than the one typed is there.")

    def clear(self, selector: str):
        """Selects all that is in the field with the focus, so that what comes next takes its place."""
        self._announce("press Control+a in", self._focus(selector))
        self._settle(self._key(keys.command("a", "selectAll")))

    def choose(self, selector: str, label: str):
        """Chooses in the list that has the focus, as one does without a mouse: by the first letters, else by arrows."""
        self._announce("choose", self._focus(selector), label)
        options = self._tab.read("options", selector)
        if label not in options["labels"]:
            raise WorkerError(f"The list {selector} has no “{label}”.")
        if options["labels"][options["chosen"]] == label:
            return
        for letter in beginning(label, options["labels"]):
            last = self._key(keys.character(letter))
        self._settle(last)
        self._arrow_to(selector, label)

    def correct_choice(self, selector: str, label: str):
        """Goes from a wrong option to the right one by arrows: letters would still be added to the ones before."""
        self._announce("choose", self._focus(selector), label)
        self._arrow_to(selector, label)

    def tab_to(self, before: str, selector: str):
        """From a field to the next one."""
        self._press("Tab", before)
        self._focus(selector)

    def enter(self, selector: str):
        """Sends the form by Enter in one of its fields."""
        self._tab.leave(lambda: self._press("Enter", selector), "Enter")

    def copy_line(self, text: str):
        """Marks a line of text by three clicks and copies it."""
        spot = self._tab.wait_until("line", text, what="the line to copy")
        line = {"role": "text", "name": text, "address": self._tab.address}
        self._announce("click three times", line)
        for count in (1, 2, 3):
            self._press_mouse(spot["x"], spot["y"], count=count)
        if self._tab.read("selection") != text:
            raise WorkerError("Three clicks on a line did not mark it.")
        self._announce("copy", line, text)
        self._settle(self._key(keys.command("c", "copy")))

    def paste(self, selector: str, text: str):
        """Pastes over what is marked in the field with the focus."""
        self._announce("paste", self._focus(selector), text)
        self._settle(self._key(keys.command("v", "paste")))
        if self._tab.read("value", selector) != text:
            raise WorkerError(f"Pasted into {selector}, but another text than the one copied is there.")

    # What is done in the browser's own frame, where no input of a page reaches.

    def type_address(self, address: str):
        self._announce("navigate", self._part("address"), address)
        self._tab.leave(lambda: self._tab.call("Page.navigate", url=address), "an address typed")

    def go_back(self):
        history = self._tab.call("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]["id"]
        self._announce("back", self._part("page"))
        self._tab.leave(lambda: self._tab.call("Page.navigateToHistoryEntry", entryId=entry), "going back")

    def switch_tab(self, tab):
        self._announce("switch tab", self._part("tab"))
        self._browser.show(tab)

    def close_tab(self):
        self._announce("close tab", self._part("tab"))
        self._browser.close_front()

    def close_other_tabs(self):
        """Leaves the first tab only."""
        for tab in self._browser.tabs[:0:-1]:
            self.switch_tab(tab)
            self.close_tab()
        if self._tab is not self._browser.tabs[0]:
            self.switch_tab(self._browser.tabs[0])

    # How.

    @property
    def _tab(self):
        return self._browser.front

    def _part(self, name) -> dict:
        """A part of the browser itself, not of a page."""
        return {"role": "", "name": name, "address": self._tab.address}

    def _announce(self, verb, what, value=None):
        self._clock.act()
        # A secret is typed, never told.
        value = None if what["role"] == "secret" else value
        self._diary.act(verb, what["role"], what["name"], what["address"], self._tab.number, value)

    def _reach(self, selector, text) -> dict:
        """Where the element is, once it is in sight and nothing covers it."""
        what = f"“{text or selector}” on the page"
        spot = self._tab.wait_until("spot", selector, text, what=what)
        if spot["isInSight"] and spot["isFree"]:
            return spot
        if not spot["isInSight"]:
            self._wheel(spot["width"] / 2, spot["height"] / 2, spot["scroll"])
        return self._tab.devtools.poll(lambda: self._free_spot(selector, text), f"{what}, free to be clicked")

    def _free_spot(self, selector, text):
        spot = self._tab.read("spot", selector, text)
        return spot if spot and spot["isInSight"] and spot["isFree"] else None

    def _press_mouse(self, x, y, button="left", count=1):
        where = {"x": x, "y": y}
        held = {"left": 1, "middle": 4}[button]
        self._tab.post("Input.dispatchMouseEvent", type="mouseMoved", **where)
        for kind, buttons in (("mousePressed", held), ("mouseReleased", 0)):
            last = self._tab.post(
                "Input.dispatchMouseEvent", type=kind, button=button, buttons=buttons, clickCount=count, **where
            )
        self._settle(last, "Input.dispatchMouseEvent")

    def _wheel(self, x, y, down):
        self._tab.call("Input.dispatchMouseEvent", type="mouseWheel", x=x, y=y, deltaX=0, deltaY=down)

    def _press(self, name, selector):
        self._announce(f"press {name} in", self._focus(selector))
        self._settle(self._key(keys.named(name)))

    def _key(self, key) -> int:
        self._tab.post("Input.dispatchKeyEvent", type="keyDown", **key)
        released = {name: part for name, part in key.items() if name not in ("text", "commands")}
        return self._tab.post("Input.dispatchKeyEvent", type="keyUp", **released)

    def _settle(self, number, method="Input.dispatchKeyEvent"):
        """Input is answered when the page has dealt with it, and in order: the last answer stands for all."""
        self._tab.devtools.reply(number, method)

    def _focus(self, selector) -> dict:
        """What the field is, once it has the focus."""
        return self._tab.wait_until("focus", selector, what=f"the focus in {selector}")

    def _arrow_to(self, selector, label):
        options = self._tab.read("options", selector)
        way = options["labels"].index(label) - options["chosen"]
        for _ in range(abs(way)):
            self._settle(self._key(keys.named("ArrowDown" if way > 0 else "ArrowUp")))
        chosen = self._tab.read("options", selector)
        if chosen["labels"][chosen["chosen"]] != label:
            raise WorkerError(f"The list {selector} stays on “{chosen['labels'][chosen['chosen']]}”.")


def beginning(label: str, labels: list[str]) -> str:
    """As many first letters as tell an option from all others."""
    for length in range(1, len(label)):
        if sum(other.lower().startswith(label[:length].lower()) for other in labels) == 1:
            return label[:length]
    return label
