// An element as `Element` in Swift: the same keys, so that it is decoded as it is.

const interactiveTags = new Set(["BUTTON", "A", "INPUT", "SELECT", "TEXTAREA", "SUMMARY", "OPTION", "LABEL", "AREA", "AUDIO", "VIDEO"]);
const interactiveRoles = new Set([
  "button", "link", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
  "textbox", "searchbox", "combobox", "spinbutton", "slider", "treeitem", "gridcell", "listbox",
]);

const isInteractive = (element) =>
  (interactiveTags.has(element.tagName) && !(element.tagName === "A" && !element.hasAttribute("href"))) ||
  interactiveRoles.has(element.getAttribute("role")) ||
  isEditingHost(element) ||
  (element.hasAttribute("tabindex") && element.tabIndex >= 0);

const isEditingHost = (element) => element.isContentEditable && !element.parentElement?.isContentEditable;

/// What a person meant when they pointed at an element: the control it is part of, or the one it labels.
const meant = (element) => {
  let control = nearest(element, isInteractive, 8) ?? element;
  if (control.tagName === "OPTION") control = control.closest("select") ?? control;
  return control.tagName === "LABEL" && control.control ? control.control : control;
};

const attributeNames = [
  "id", "name", "type", "class", "placeholder", "href", "title", "autocomplete", "alt", "for", "role", "aria-label",
  "data-testid", "data-test", "data-test-id", "data-cy", "data-qa",
];

/// Class names that say where the pointer or the focus is, not what the element is.
const passingClass = /(^|[-_])(hover(ed)?|focus(ed)?|active)($|[-_])/i;

const attributesOf = (element, names = attributeNames) => {
  const attributes = { tag: element.localName };
  // What is not written is a type too.
  if (element.tagName === "INPUT") attributes.type = element.type;
  for (const name of names) {
    let value = element.getAttribute(name);
    if (value === null || value === "") continue;
    if (name === "class") value = value.split(/\s+/).filter((part) => !passingClass.test(part)).join(" ");
    attributes[name] = value.length > 300 ? value.slice(0, 300) : value;
  }
  return attributes;
};

const statesOf = (element) => {
  const states = [];
  const aria = (name) => element.getAttribute(`aria-${name}`);
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

const ancestorAttributes = ["id", "name", "class", "role", "aria-label", "data-testid", "href"];
const structuralTags = new Set([
  "FORM", "TABLE", "TR", "TD", "TH", "UL", "OL", "LI", "FIELDSET", "SECTION", "ARTICLE", "NAV", "MAIN", "HEADER",
  "FOOTER", "ASIDE", "DIALOG", "DETAILS", "DL", "DD", "BUTTON", "A", "LABEL",
]);
/// Their names are all that is in them: long, dear, and told by the surroundings already.
const namelessAncestors = /^(generic|none|presentation|row|rowgroup|cell|gridcell|listitem|table|list|paragraph|document|main)$/;

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

/// Up to six elements around one, nearest first, leaving out those that say nothing.
const ancestorsOf = (element) => {
  const ancestors = [];
  let steps = 0;
  for (let next = parentOf(element); next && ancestors.length < 6 && steps < 40; next = parentOf(next), steps += 1) {
    if (next === document.body || next === document.documentElement) break;
    const tells =
      structuralTags.has(next.tagName) || next.id || next.hasAttribute("role") || next.hasAttribute("aria-label") ||
      next.hasAttribute("data-testid") || next.shadowRoot || isRepeated(next);
    if (!tells) continue;
    const identity = ancestorIdentity(next);
    ancestors.push({
      role: identity.role, name: identity.name, attributes: attributesOf(next, ancestorAttributes),
      index: indexAmongAlike(next),
    });
  }
  return ancestors;
};

const ancestorIdentities = new WeakMap();

const ancestorIdentity = (element) => {
  const now = `${element.getAttribute("role")}|${element.getAttribute("aria-label")}|${element.getAttribute("aria-labelledby")}`;
  const known = ancestorIdentities.get(element);
  if (known?.traits === now) return known;
  const role = roleOf(element);
  const name = namelessAncestors.test(role) && !element.hasAttribute("aria-label") ? "" : oneLine(element.computedName ?? "", 80);
  const identity = { role, name, traits: now };
  ancestorIdentities.set(element, identity);
  return identity;
};

const boundsOf = (element) => {
  const box = element.getBoundingClientRect();
  return { x: box.x, y: box.y, width: box.width, height: box.height };
};

/// Describes an element as it is now. `content` is what it held, where that is no longer what it holds.
const describe = (element, content = contentOf(element)) => {
  const identity = identityOf(element);
  const secret = secretOf(element);
  const attributes = attributesOf(element);
  const text = secret ? "" : textWithin(element, 200);
  if (text) attributes.text = text;
  const described = {
    role: identity.role,
    name: identity.name,
    states: statesOf(element),
    attributes,
    ancestors: ancestorsOf(element),
    surroundings: surroundingsOf(element),
    bounds: boundsOf(element),
    options: optionsOf(element),
  };
  if (content !== undefined && content !== null && !secret) described.value = content.slice(0, 10000);
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
