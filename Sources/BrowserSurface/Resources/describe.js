// An element as `Element` in Swift: the same keys, so that it is decoded as it is.

const interactiveTags = new Set(["BUTTON", "A", "INPUT", "SELECT", "TEXTAREA", "SUMMARY", "OPTION", "LABEL", "AREA", "AUDIO", "VIDEO"]);
const interactiveRoles = new Set([
  "button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
  "textbox", "searchbox", "combobox", "spinbutton", "slider", "treeitem", "gridcell", "listbox",
]);

const isInteractive = (element) => {
  const tag = element.tagName;
  if (interactiveTags.has(tag) && !(tag === "A" && !element.hasAttribute("href"))) return true;
  if (!element.hasAttributes()) return false;
  return interactiveRoles.has(element.getAttribute("role")) ||
    (element.hasAttribute("contenteditable") && isEditingHost(element)) ||
    (element.hasAttribute("tabindex") && element.tabIndex >= 0);
};

const isEditingHost = (element) => element.isContentEditable && !element.parentElement?.isContentEditable;

/// What a person meant when they pointed at an element: the control it is part of, or the one it labels.
const meant = (element) => {
  let control = nearest(element, isInteractive, 8) ?? element;
  if (control.tagName === "OPTION") control = control.closest("select") ?? control;
  return control.tagName === "LABEL" && control.control ? control.control : control;
};

const attributeNames = new Set([
  "id", "name", "type", "class", "placeholder", "href", "title", "autocomplete", "alt", "for", "role", "aria-label",
  "data-testid", "data-test", "data-test-id", "data-cy", "data-qa",
]);

/// Class names that say where the pointer or the focus is, not what the element is.
const passingClass = /(^|[-_])(hover(ed)?|focus(ed)?|active)($|[-_])/i;

const attributesOf = (element, names = attributeNames) => {
  const attributes = { tag: element.localName };
  // What is not written is a type too.
  if (element.tagName === "INPUT") attributes.type = element.type;
  if (!element.hasAttributes()) return attributes;
  for (const name of element.getAttributeNames()) {
    if (!names.has(name)) continue;
    let value = element.getAttribute(name);
    if (value === "") continue;
    if (name === "class") value = value.split(/\s+/).filter((part) => !passingClass.test(part)).join(" ");
    attributes[name] = value.length > 300 ? value.slice(0, 300) : value;
  }
  return attributes;
};

const statesOf = (element) => {
  const states = [];
  const isMarked = element.hasAttributes() && element.getAttributeNames().some((name) => name.startsWith("aria-"));
  const aria = (name) => (isMarked ? element.getAttribute(`aria-${name}`) : null);
  if (element.disabled === true || aria("disabled") === "true") states.push("disabled");
  if (element.indeterminate === true || aria("checked") === "mixed" || aria("pressed") === "mixed") states.push("mixed");
  else if (element.checked === true || aria("checked") === "true") states.push("checked");
  if (element.selected === true || aria("selected") === "true" || (aria("current") ?? "false") !== "false") states.push("selected");
  if (aria("expanded") === "true" || element.open === true) states.push("expanded");
  if (aria("pressed") === "true") states.push("pressed");
  if (element.readOnly === true || aria("readonly") === "true") states.push("readonly");
  if (element.required === true || aria("required") === "true") states.push("required");
  if ((aria("invalid") ?? "false") !== "false") states.push("invalid");
  if (aria("busy") === "true") states.push("busy");
  if (element.multiple === true || aria("multiselectable") === "true") states.push("multiselectable");
  if (element.getRootNode().activeElement === element && element !== document.body) states.push("focused");
  if (secretOf(element)) states.push("secret");
  return states;
};

/// What an element holds: a field's text, the chosen options' labels, a range's position; undefined for the rest.
const contentOf = (element) => {
  switch (element.tagName) {
    case "SELECT":
      return [...element.selectedOptions].map((option) => option.label).join("\n");
    case "INPUT":
      switch (element.type) {
        case "checkbox": case "radio": case "submit": case "reset": case "button": case "image": case "hidden":
          return undefined;
        case "file":
          return [...element.files].map((file) => file.name).join("\n");
        default:
          return element.value;
      }
    case "TEXTAREA":
      return element.value;
    default:
      if (isEditingHost(element)) return element.innerText;
      return element.getAttribute("aria-valuetext") ?? element.getAttribute("aria-valuenow") ?? undefined;
  }
};

const ancestorAttributes = new Set(["id", "name", "class", "role", "aria-label", "data-testid", "href"]);
const structuralTags = new Set([
  "FORM", "TABLE", "TR", "TD", "TH", "UL", "OL", "LI", "FIELDSET", "SECTION", "ARTICLE", "NAV", "MAIN", "HEADER",
  "FOOTER", "ASIDE", "DIALOG", "DETAILS", "DL", "DD", "BUTTON", "A", "LABEL",
]);
const indexAmongAlike = (element) => {
  let index = 0;
  for (let other = element.previousElementSibling; other && index < 1000; other = other.previousElementSibling) {
    if (other.tagName === element.tagName) index += 1;
  }
  return index;
};

/// Whether an element is one of several of a kind side by side: an item of a list that is not marked as one.
const isRepeated = (element) => {
  const kind = element.getAttribute("class");
  if (!kind) return false;
  for (const other of [element.previousElementSibling, element.nextElementSibling]) {
    if (other && other.tagName === element.tagName && other.getAttribute("class") === kind) return true;
  }
  return false;
};

const tells = (element) =>
  structuralTags.has(element.tagName) || element.shadowRoot !== null ||
  (element.hasAttributes() &&
    (element.id || element.hasAttribute("role") || element.hasAttribute("aria-label") ||
      element.hasAttribute("data-testid") || isRepeated(element)));

/// Up to six elements around one, nearest first, leaving out those that say nothing.
const tellingAncestors = (element) => {
  const ancestors = [];
  let steps = 0;
  for (let next = parentOf(element); next && ancestors.length < 6 && steps < 40; next = parentOf(next), steps += 1) {
    if (next === document.body || next === document.documentElement) break;
    if (tells(next)) ancestors.push(next);
  }
  return ancestors;
};

const describeAncestor = (element) => ({
  role: "generic", name: "", attributes: attributesOf(element, ancestorAttributes), index: indexAmongAlike(element),
});

/// The bounds that were read while the layout was up to date. Right after a change of the page the browser lays it out
/// before it answers, which takes milliseconds on a large one.
let knownBounds = new WeakMap();

const readBounds = (element) => {
  const box = element.getBoundingClientRect();
  const bounds = { x: box.x, y: box.y, width: box.width, height: box.height };
  knownBounds.set(element, bounds);
  return bounds;
};

/// Reads them after the next frame.
const readBoundsAhead = (element) => {
  if (knownBounds.has(element)) return;
  requestAnimationFrame(() => setTimeout(guarded("bounds", () => readBounds(element))));
};

const boundsOf = (element) => knownBounds.get(element) ?? readBounds(element);

const forgetBounds = () => { knownBounds = new WeakMap(); };

/// Describes an element as it is now, but for its role and name and those of the elements around it.
const describeUnnamed = (element, ancestors, content) => {
  const secret = secretOf(element);
  const attributes = attributesOf(element);
  const text = secret ? "" : textWithin(element, 200);
  if (text) attributes.text = text;
  const described = {
    role: "generic",
    name: "",
    states: statesOf(element),
    attributes,
    ancestors: ancestors.map(describeAncestor),
    index: indexAmongAlike(element),
    surroundings: surroundingsOf(element),
    bounds: boundsOf(element),
    options: optionsOf(element),
  };
  if (content !== undefined && content !== null && !secret) described.value = content.slice(0, 10000);
  return described;
};

/// Describes an element as it is now; its role and name are told from the sketch. `content` is what it held, where that
/// is no longer what it holds.
const describe = (element, content = contentOf(element)) => {
  const ancestors = tellingAncestors(element);
  return { ...describeUnnamed(element, ancestors, content), sketch: sketchOf(element, ancestors) };
};

/// Describes an element as it is now, in a document whose roles and names may be read.
const describeNamed = (element) => {
  const ancestors = tellingAncestors(element);
  const described = { ...describeUnnamed(element, ancestors, contentOf(element)), ...identityOf(element) };
  ancestors.forEach((ancestor, index) => Object.assign(described.ancestors[index], ancestorIdentityOf(ancestor)));
  return described;
};

const optionsOf = (element) => {
  const options = element.tagName === "SELECT" ? element.options : element.list?.options;
  if (!options) return [];
  const labels = [];
  for (const option of options) {
    if (labels.length === 200) break;
    labels.push(oneLine(option.label || option.value, 200));
  }
  return labels;
};
