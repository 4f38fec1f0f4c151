// What the worker sees of a page: where things are and what they say. Nothing is changed from here.

function address() {
  return location.href;
}

function hasLoaded() {
  return location.href !== "about:blank" && document.readyState === "complete";
}

function isInFront() {
  return document.visibilityState === "visible" && document.hasFocus();
}

function words(element) {
  const text = element instanceof HTMLInputElement ? element.value : element.textContent;
  return text.replace(/\s+/g, " ").trim();
}

/** What a label says without the list that may stand inside it. */
function ownWords(label) {
  return [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
}

/** The first visible element for a selector, with exactly this text where one is given. */
function element(selector, text) {
  return [...document.querySelectorAll(selector)].find(
    (candidate) => candidate.getClientRects().length > 0 && (text == null || words(candidate) === text));
}

function exists(selector, text) {
  return element(selector, text) !== undefined;
}

/** Where to click on an element: a point in it, by how much to scroll where it is out of sight, and what it is. */
function spot(selector, text) {
  const found = element(selector, text);
  if (!found) return null;
  const box = found.getClientRects()[0];
  const x = box.x + Math.min(box.width / 2, 20);
  const y = box.y + box.height / 2;
  const isInSight = y > 10 && y < innerHeight - 10;
  const hit = document.elementFromPoint(x, y);
  return {
    x, y, isInSight,
    isFree: hit !== null && (found.contains(hit) || hit.contains(found)),
    scroll: isInSight ? 0 : y - innerHeight / 2,
    width: innerWidth,
    height: innerHeight,
    ...description(found),
  };
}

/** What the element with the focus is, if it is the one for the selector. */
function focus(selector) {
  const found = element(selector);
  return found && found === document.activeElement ? description(found) : null;
}

/** What an element is and is called, as a person would say it, and on which page. */
function description(found) {
  const label = found.getAttribute("aria-label") ?? ownWords(found.labels?.[0]);
  const tag = found.localName;
  const isButton = tag === "button" || (tag === "input" && ["submit", "button"].includes(found.type));
  const role = isButton ? "button"
    : tag === "a" ? "link"
    : tag === "select" ? "list"
    : tag === "input" && found.type === "checkbox" ? "box"
    : tag === "input" && found.type === "radio" ? "radio button"
    : tag === "input" && found.type === "password" ? "secret"
    : tag === "label" ? "label"
    : ["input", "textarea"].includes(tag) ? "field"
    : "text";
  const name = ["field", "list", "box", "radio button", "secret"].includes(role) ? label || found.name : tag === "label" ? ownWords(found) : words(found);
  return {role, address: location.href, name: name.replace(/\s+/g, " ").replace(/:\s*$/, "").trim().slice(0, 80)};
}

function value(selector) {
  return element(selector)?.value ?? null;
}

/** The labels of a list's options and which of them is chosen. */
function options(selector) {
  const list = element(selector);
  return list && {labels: [...list.options].map((option) => option.label.trim()), chosen: list.selectedIndex};
}

/** The rows of the list on the page: the text of each cell, by its column's name. */
function rows() {
  const names = [...document.querySelectorAll("#result_list thead th")].map(
    (head) => [...head.classList].find((name) => name.startsWith("column-"))?.slice(7) ?? "box");
  return [...document.querySelectorAll("#result_list tbody tr")].map(
    (row) => Object.fromEntries([...row.cells].map((cell, index) => [names[index], words(cell)])));
}

/** A point in the line of text that reads like this. */
function line(text) {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.data.trim() !== text) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const box = range.getClientRects()[0];
    if (box) return {x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2};
  }
  return null;
}

/** The lines of a message. */
function lines() {
  const body = document.querySelector(".field-body .readonly");
  return body && body.innerText.split("\n").map((text) => text.trim()).filter((text) => text !== "");
}

function selection() {
  return getSelection().toString().trim();
}
