"""Does steps with Playwright, a round for each line read, and prints how long each step took, in milliseconds.

    playwright_steps.py CHROMIUM ADDRESS

Each line is a JSON list of steps. A step counts from looking for its element to having seen its effect.
"""

import json
import sys
import time

from playwright.sync_api import sync_playwright


def do(page, step):
    kind, name, value = step["kind"], step["name"], step["value"]
    if kind == "fill":
        field = page.get_by_role("textbox", name=name, exact=True)
        field.fill(value)
        assert field.input_value() == value
    elif kind == "check":
        page.get_by_role("checkbox", name=name, exact=True).set_checked(value == "true")
    elif kind == "select":
        field = page.get_by_role("combobox", name=name, exact=True)
        assert field.select_option(label=value) == [value]
    else:
        page.get_by_role("button", name=name, exact=True).click()


def main():
    executable, address = sys.argv[1:]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        print("ready", flush=True)
        for line in sys.stdin:
            times = []
            for step in json.loads(line):
                start = time.perf_counter()
                do(page, step)
                times.append((time.perf_counter() - start) * 1000)
            print(json.dumps(times), flush=True)
        browser.close()


main()
