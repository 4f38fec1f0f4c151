// An element as `Element` in Swift: the same keys. What says nothing is left out: every part costs the page (`Told`).

const interactiveTags = new Set(["BUTTON", "A", "INPUT", "SELECT", "TEXTAREA", "SUMMARY", "OPTION", "LABEL", "AREA", "AUDIO", "VIDEO"]);
const interactiveRoles = new Set([
  "button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
  "textbox", "searchbox", "combobox", "spinbutton", "slider", "treeitem", "gridcell", "listbox",
]);

const isInteractive = (element) => isControl(new Reading(element));

const isControl = (reading) => {
  if (interactiveTags.has(reading.tag) && (reading.tag !== "A" || reading.has("href"))) return true;
  if (reading.names.length === 0) return false;
  return interactiveRoles.has(reading.role) ||
    (reading.has("contenteditable") && isEditingHost(reading.element)) ||
    (reading.has("tabindex") && reading.element.tabIndex >= 0);
};

const isEditingHost = (element) => element.isContentEditable && !element.parentElement?.isContentEditable;

/// What a person meant when they pointed at an element: the control it is part of, or the one it labels.
const meant = (element) => pathOfMeant(Path.of(element)).element;

/// The way out from what was meant, where the pointer was on the beginning of `path`.
const pathOfMeant = (path) => {
  const steps = Math.max(0, path.steps(isControl, 0, 8));
  const { element, tag } = path.at(steps);
  if (tag === "OPTION") return Path.of(element.closest("select") ?? element);
  const labelled = tag === "LABEL" ? element.control : null;
  if (labelled) return Path.of(labelled);
  return steps === 0 ? path : path.from(steps);
};

const attributeNames = new Set([
  "id", "name", "type", "class", "placeholder", "href", "title", "autocomplete", "alt", "for", "role", "aria-label",
  "data-testid", "data-test", "data-test-id", "data-cy", "data-qa",
]);

/// Class names that say where the pointer or the focus is, not what the element is.
const passingClass = /(^|[-_])(hover(ed)?|focus(ed)?|active)($|[-_])/i;

const attributesOf = (reading, names = attributeNames) => {
  const attributes = { tag: reading.element.localName };
  // What is not written is a type too.
  if (reading.tag === "INPUT") attributes.type = reading.element.type;
  for (let place = 0; place < reading.names.length; place += 1) {
    const name = reading.names[place];
    if (!names.has(name)) continue;
    let value = reading.valueAt(place);
    if (value === "") continue;
    if (name === "class" && passingClass.test(value)) {
      value = value.split(/\s+/).filter((part) => !passingClass.test(part)).join(" ");
    }
    attributes[name] = value.length > 300 ? value.slice(0, 300) : value;
  }
  return attributes;
};

/// Elements that have what some attributes set: what the attribute says, the element does.
const settable = {
  disabled: new Set(["BUTTON", "FIELDSET", "INPUT", "OPTGROUP", "OPTION", "SELECT", "TEXTAREA"]),
  open: new Set(["DETAILS", "DIALOG"]),
  readonly: new Set(["INPUT", "TEXTAREA"]),
  required: new Set(["INPUT", "SELECT", "TEXTAREA"]),
  multiple: new Set(["INPUT", "SELECT"]),
};

const statesOf = (reading, secret) => {
  const states = [];
  const { element, tag, names } = reading;
  const isBox = tag === "INPUT" && (element.type === "checkbox" || element.type === "radio");
  const isPlain = names.length === 0;
  const isMarked = !isPlain && names.some((name) => name.startsWith("aria-"));
  const aria = (name) => (isMarked ? reading.attribute(`aria-${name}`) : null);
  const sets = (name) => !isPlain && settable[name].has(tag) && reading.has(name);
  if (sets("disabled") || aria("disabled") === "true") states.push("disabled");
  if (isBox && element.indeterminate || aria("checked") === "mixed" || aria("pressed") === "mixed") states.push("mixed");
  else if (isBox && element.checked || aria("checked") === "true") states.push("checked");
  if (tag === "OPTION" && element.selected || aria("selected") === "true" || (aria("current") ?? "false") !== "false") {
    states.push("selected");
  }
  if (aria("expanded") === "true" || sets("open")) states.push("expanded");
  if (aria("pressed") === "true") states.push("pressed");
  if (sets("readonly") || aria("readonly") === "true") states.push("readonly");
  if (sets("required") || aria("required") === "true") states.push("required");
  if ((aria("invalid") ?? "false") !== "false") states.push("invalid");
  if (aria("busy") === "true") states.push("busy");
  if (sets("multiple") || aria("multiselectable") === "true") states.push("multiselectable");
  if (hasFocus(element) && element !== document.body) states.push("focused");
  if (secret) states.push("secret");
  return states;
};

/// Whether an element has the focus of its document, or of its shadow root.
const hasFocus = (element) => {
  const active = document.activeElement;
  return active === element || (active?.shadowRoot != null && element.getRootNode().activeElement === element);
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
const indexAmongAlike = ({ element, tag }) => {
  let index = 0;
  for (let other = element.previousElementSibling; other && index < 1000; other = other.previousElementSibling) {
    if (other.tagName === tag) index += 1;
  }
  return index;
};

/// Whether an element is one of several of a kind side by side: an item of a list that is not marked as one.
const isRepeated = (reading) => {
  const kind = reading.attribute("class");
  if (!kind) return false;
  const isAlike = (other) => other?.tagName === reading.tag && other.getAttribute("class") === kind;
  return isAlike(reading.element.previousElementSibling) || isAlike(reading.element.nextElementSibling);
};

const tells = (reading) =>
  structuralTags.has(reading.tag) || isHost(reading) ||
  (reading.names.length > 0 &&
    (reading.attribute("id") || reading.has("role") || reading.has("aria-label") || reading.has("data-testid") ||
      isRepeated(reading)));

/// The elements around one, nearest first, within the body.
const around = (path) => {
  const { body, documentElement } = document;
  const all = [];
  for (let steps = 1; steps <= 40; steps += 1) {
    const next = path.at(steps);
    if (!next || next.element === body || next.element === documentElement) break;
    all.push(next);
  }
  return all;
};

/// Up to six of the elements around one, leaving out those that say nothing.
const tellingAncestors = (surrounding) => {
  const ancestors = [];
  for (const reading of surrounding) {
    if (ancestors.length === 6) break;
    if (tells(reading)) ancestors.push(reading);
  }
  return ancestors;
};

const describeAncestor = (reading) => ({
  attributes: attributesOf(reading, ancestorAttributes), index: indexAmongAlike(reading),
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

/// What an element says of itself as it is now, but for its role and name.
const describeOwn = (reading, content) => {
  const { element } = reading;
  const secret = secretOf(element);
  const attributes = attributesOf(reading);
  const text = secret ? "" : textWithin(element, 200);
  if (text) attributes.text = text;
  const described = { states: statesOf(reading, secret), attributes, bounds: boundsOf(element) };
  const options = optionsOf(reading);
  if (options.length > 0) described.options = options;
  if (content !== undefined && content !== null && !secret) described.value = content.slice(0, 10000);
  return described;
};

/// The same with what stands around it, but for the roles and names of that.
const describeUnnamed = (path, ancestors, labels, content) => {
  const described = describeOwn(path.first, content);
  described.ancestors = ancestors.map(describeAncestor);
  described.index = indexAmongAlike(path.first);
  described.surroundings = surroundingsOf(path, labels);
  return described;
};

/// Describes an element as it is now, with the sketch that its role and name are told from. `content` is what it held,
/// where that is no longer what it holds.
const describe = (element, content = contentOf(element)) => describePath(Path.of(element), content);

const describePath = (path, content = contentOf(path.element)) => {
  const surrounding = around(path);
  const ancestors = tellingAncestors(surrounding);
  const labels = labelsOf(path);
  return {
    element: describeUnnamed(path, ancestors, labels, content),
    sketch: sketchOf(path, surrounding, ancestors, labels),
  };
};

/// What was known of an element, with what it says of itself now.
const renewed = ({ element: known, sketch }, reading, content) => ({
  element: { ...known, value: undefined, options: undefined, ...describeOwn(reading, content) }, sketch,
});

/// Describes an element as it is now, in a document whose roles and names may be read.
const describeNamed = (element) => {
  const path = Path.of(element);
  const ancestors = tellingAncestors(around(path));
  const described = {
    options: [], ...describeUnnamed(path, ancestors, labelsOf(path), contentOf(element)), ...identityOf(element),
  };
  ancestors.forEach((ancestor, index) => Object.assign(described.ancestors[index], ancestorIdentityOf(ancestor.element)));
  return described;
};

const optionsOf = ({ element, tag }) => {
  const options = tag === "SELECT" ? element.options : tag === "INPUT" ? element.list?.options : null;
  if (!options) return [];
  const labels = [];
  for (const option of options) {
    if (labels.length === 200) break;
    labels.push(oneLine(option.label || option.value, 200));
  }
  return labels;
};
