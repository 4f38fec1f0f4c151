// Keys that do something other than typing text: shortcuts, Enter, Escape, the keys of menus and lists.

/// When a key was pressed last.
let lastKey = never;

/// Enter in a field: the field, and when.
let enter = null;

const sentByEnter = (target) => enter !== null && moment() - enter.time < 1000 && target !== enter.field;

const passive = new Set(["Alt", "AltGraph", "CapsLock", "Control", "Dead", "Fn", "Meta", "NumLock", "Process", "ScrollLock", "Shift", "Tab", "Unidentified", "ContextMenu"]);
const scrolling = new Set(["PageUp", "PageDown", "Home", "End", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", " "]);
const moving = new Set(["ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown", "Backspace", "Delete"]);
/// What the browser itself does with Control or Alt: it is seen as a copy, a navigation, a tab, or is nobody's work.
const browserControl = new Set(["c", "x", "v", "l", "t", "w", "n", "r", "d", "f", "g", "h", "j", "p", "u", "0", "+", "-", "=", "Tab", "Insert"]);
const editingControl = new Set(["a", "z", "y", "Backspace", "Delete", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);

const keyPressed = (event) => {
  if (event.isComposing || passive.has(event.key)) return;
  lastKey = moment(event);
  // A key that goes on with a text says nothing more than that: the text is told once it is whole.
  if (edits.get(event.target)?.isText && types(event)) return;
  listenInside(event);
  if (pressed && !types(event)) pressed.isSpent = true;
  if (event.repeat) return;
  const target = innermost(event);
  if (target?.nodeType !== Node.ELEMENT_NODE) return;
  const field = isField(target) ? fieldOf(target) : null;
  if (!field) discoverSecrets(event, Path.of(target));
  else if (!edits.has(field)) {
    noteValue(field);
    if (types(event)) hold(field);
  }
  if (!field && scrolling.has(event.key)) noteScrollCause(event);
  const use = useOf(event, target, field);
  if (use === "none") return;
  const described = target === document.body ? undefined : describe(field ?? target);
  const press = { key: event.key, modifiers: modifiersOf(event).filter((name) => name !== "Shift" || event.key.length > 1 || event.ctrlKey) };
  if (use === "ours") {
    if (event.key === "Enter" && field) enter = { field, time: moment(event) };
    report("press", event, described, press);
  } else {
    // The page's, if it takes the key from the browser: known once its handlers have run.
    const text = field?.isContentEditable ? contentOf(field) : undefined;
    setTimeout(guarded("keydown", () => {
      if (!event.defaultPrevented) return;
      if (text !== undefined && edits.get(field)?.isChanged) edits.get(field).text = text;
      report("press", event, described, press);
    }));
  }
};

/// Whether a key puts text into a field or takes it out, unless the page does something else with it.
const types = (event) => {
  const { key } = event;
  return (key.length === 1 || key === "Backspace" || key === "Delete") && !event.ctrlKey && !event.metaKey && !event.altKey;
};

/// Whether a key is an act of its own ("ours"), only where the page takes it ("page"), or never ("none").
const useOf = (event, target, field) => {
  const { key } = event;
  const isPrintable = key.length === 1;
  if (event.getModifierState("AltGraph")) return "none";
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (browserControl.has(key.toLowerCase())) return "page";
    if (event.altKey && (key === "ArrowLeft" || key === "ArrowRight")) return "page";
    if (field && editingControl.has(key)) return "page";
    return "ours";
  }
  if (/^F([0-9]+)$/.test(key)) return /^F(1|3|5|6|7|11|12)$/.test(key) ? "page" : "ours";
  if (key === "Escape") return "ours";
  if (key === "Enter") {
    if (field) return field.tagName === "TEXTAREA" || field.isContentEditable ? "page" : "ours";
    return activatesByKey(target) ? "page" : "ours";
  }
  if (field) {
    // Typing; what it leads to is reported as the field's new text.
    if (isPrintable || moving.has(key)) return "none";
    return field.tagName === "INPUT" && !/^(number|date|time|datetime-local|month|week|range)$/.test(field.type) ? "ours" : "page";
  }
  if (target.tagName === "SELECT" || target.tagName === "INPUT") return "page";
  if (key === " ") return activatesByKey(target) || target === document.body ? "page" : "ours";
  if (target === document.body || target === document.documentElement) return isPrintable || !scrolling.has(key) ? "ours" : "page";
  return "ours";
};

/// Enter or space on it is a click.
const activatesByKey = (element) => /^(BUTTON|A|SUMMARY|AREA|SELECT)$/.test(element.tagName) || (element.tagName === "INPUT" && !isField(element));

const watchKeys = () => {
  listen("keydown", keyPressed);
};
