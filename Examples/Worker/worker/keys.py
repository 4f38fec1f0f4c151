"""The keys of a keyboard as DevTools wants them described."""

NAMED = {
    "Enter": {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    "Tab": {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9},
    "Backspace": {"key": "Backspace", "code": "Backspace", "windowsVirtualKeyCode": 8},
    "ArrowUp": {"key": "ArrowUp", "code": "ArrowUp", "windowsVirtualKeyCode": 38},
    "ArrowDown": {"key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 40},
}
CONTROL = 2


def named(name: str) -> dict:
    return NAMED[name]


def character(text: str) -> dict:
    key = {"key": text, "text": text}
    if text.isascii() and text.isalnum():
        key["windowsVirtualKeyCode"] = ord(text.upper())
        key["code"] = f"Digit{text}" if text.isdigit() else f"Key{text.upper()}"
    return key


def command(letter: str, name: str) -> dict:
    """A shortcut that edits; without a window system Chromium has to be told which command it stands for."""
    return {
        "key": letter,
        "code": f"Key{letter.upper()}",
        "windowsVirtualKeyCode": ord(letter.upper()),
        "modifiers": CONTROL,
        "commands": [name],
    }
