// A sketch of an element: as much of it, and of what is around it, as the browser needs to say its role and name.
//
// The browser says both from its accessibility tree. A page that keeps one is half as slow again, and to build one for
// a single question takes 40 ms on a page of 5,000 nodes. So the recorded page keeps none: it draws a sketch, and the
// browser is asked about that, in a page of our own (`naming.js`). A sketch holds no value of a field, no address,
// no picture and no script.

const svgNamespace = "http://www.w3.org/2000/svg";

/// Attributes that roles and names depend on. Those of WAI-ARIA do too, except where they point to other elements or hold
/// a value.
const tellingAttributes = new Set([
  "role", "title", "alt", "placeholder", "type", "tabindex", "contenteditable", "disabled", "multiple", "size", "scope",
  "label", "open", "controls", "draggable",
]);
const untold = /^aria-(labelledby|controls|owns|describedby|details|flowto|activedescendant|errormessage|value[a-z]*)$/;
const isTelling = (name) => tellingAttributes.has(name) || (/^aria-[a-z]+$/.test(name) && !untold.test(name));

/// What is never drawn: it has no text, or loads something.
const undrawn = new Set([
  "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "LINK", "META", "BASE", "IFRAME", "FRAME", "OBJECT", "EMBED", "HEAD",
]);
/// What is drawn without what is in it: fields and pictures.
const unfilled = new Set(["INPUT", "SELECT", "TEXTAREA", "IMG", "VIDEO", "AUDIO", "CANVAS", "METER", "PROGRESS", "DATALIST"]);

const namedByContentTags = new Set([
  "A", "BUTTON", "SUMMARY", "OPTION", "LABEL", "LEGEND", "CAPTION", "TD", "TH", "TR", "H1", "H2", "H3", "H4", "H5", "H6",
  "DT", "DD", "OUTPUT", "svg", "text", "g", "a",
]);
const isNamedByContent = (element) =>
  namedByContentTags.has(element.tagName) || element.hasAttribute("role") || element.hasAttribute("tabindex");

const isTablePart = (element) => /^T[DHR]$/.test(element.tagName);

/// Elements that say nothing about those in them.
const isPlain = (element) =>
  (element.tagName === "DIV" || element.tagName === "SPAN") && !element.hasAttribute("role") && !element.hasAttribute("aria-label");

/// The children as they are shown: those of an open shadow root, and those put into a slot.
const shownChildren = (element) => {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === "SLOT") {
    const assigned = element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return element.childNodes;
};

/// The elements that an element names as its labels.
const labelsReferredTo = (element) => {
  const references = element.getAttribute("aria-labelledby");
  if (!references) return [];
  const root = element.getRootNode();
  return references.trim().split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean);
};

/// Draws `element`, marked with 0, in the elements around it, of which `ancestors` are marked with 1, 2 …
const sketchOf = (element, ancestors) => {
  const marks = new Map([element, ...ancestors].map((marked, mark) => [marked, mark]));
  const numbers = new Map();
  const drawn = new Set();
  let room = 200;
  let shows = true;

  const number = (referred) => {
    if (!numbers.has(referred)) numbers.set(referred, `r${numbers.size}`);
    return numbers.get(referred);
  };
  for (const marked of marks.keys()) labelsReferredTo(marked).forEach(number);
  const labels = labelsOf(element);
  if (labels.length > 0) number(element);

  const outline = (shown) => {
    const attributes = {};
    for (const name of shown.hasAttributes() ? shown.getAttributeNames() : []) {
      if (isTelling(name)) {
        attributes[name] = shown.getAttribute(name).slice(0, 300);
      } else if (name === "href") attributes.href = "#";
      else if (name === "aria-labelledby" && marks.has(shown)) {
        attributes[name] = labelsReferredTo(shown).map(number).join(" ");
      }
    }
    if (shown.tagName === "INPUT") {
      if (/^(submit|reset|button)$/.test(shown.type) && shown.hasAttribute("value")) attributes.value = shown.value.slice(0, 300);
      if (shown.list) attributes.list = "choices";
    }
    if (numbers.has(shown)) attributes.id = number(shown);
    if (shown.tagName === "LABEL" && shown.control === element) attributes.for = number(element);
    const piece = { tag: shown.localName, attributes, content: [] };
    if (shown.namespaceURI === svgNamespace) piece.isDrawing = true;
    if (marks.has(shown)) piece.mark = marks.get(shown);
    drawn.add(shown);
    return piece;
  };

  /// Draws what is in an element.
  const fill = (piece, shown) => {
    if (unfilled.has(shown.tagName) || shown.isContentEditable || secretOf(shown)) return;
    addGenerated(piece, shown, "::before");
    for (const child of shownChildren(shown)) {
      if (room <= 0) break;
      room -= 1;
      if (child.nodeType === Node.TEXT_NODE) piece.content.push(child.data.slice(0, 400));
      else if (child.nodeType === Node.ELEMENT_NODE && !undrawn.has(child.tagName)) {
        const style = styleOf(child);
        // What is not shown says nothing, unless it is referred to.
        piece.content.push(style.startsWith("display:none") && shows ? { ...outline(child), style } : filled(child, style));
      }
    }
    addGenerated(piece, shown, "::after");
  };

  const filled = (shown, style) => {
    const piece = outline(shown);
    piece.style = style;
    fill(piece, shown);
    return piece;
  };

  /// What is in an element, beside that which is drawn already, as far as it says what either is.
  const companions = (outer, inner) => {
    switch (outer.tagName) {
      case "FIELDSET": case "FIGURE": return captions(outer, /^(LEGEND|FIGCAPTION)$/, inner);
      case "TABLE": {
        const isOfData = outer.caption || outer.tHead || outer.querySelector("th");
        return [...captions(outer, /^CAPTION$/, inner), ...(isOfData ? [heading] : [])];
      }
      case "TR":
        return inner?.tagName === "TH" ? [...outer.cells].slice(0, 12).filter((cell) => cell !== inner).map(outline) : [];
      default: return [];
    }
  };

  const captions = (outer, tags, inner) => {
    const caption = [...outer.children].slice(0, 50).find((child) => child !== inner && tags.test(child.tagName));
    return caption ? [filled(caption, styleOf(caption))] : [];
  };

  // From the outermost element that is called what is in it, or else the element itself, outwards.
  let outermost = element;
  for (const around of element.tagName === "OPTION" ? [] : ancestors) {
    if (isNamedByContent(around) && !isTablePart(around)) outermost = around;
  }
  let piece = outline(outermost);
  if (isNamedByContent(outermost) || numbers.has(outermost)) {
    piece.style = `text-transform:${getComputedStyle(outermost).textTransform}`;
    fill(piece, outermost);
  } else piece.content = companions(outermost, null);
  let inner = outermost;
  for (let outer = parentOf(inner), steps = 0; outer && steps < 40; outer = parentOf(outer), steps += 1) {
    if (outer === document.body || outer === document.documentElement) break;
    if (isPlain(outer) && !marks.has(outer)) continue;
    const around = outline(outer);
    around.content = [...companions(outer, inner), piece];
    piece = around;
    inner = outer;
  }
  // What there was no room for, and labels that stand elsewhere.
  shows = false;
  const left = [...marks.keys()].filter((marked) => !drawn.has(marked)).map(outline);
  const apart = new Set([...labels, ...numbers.keys()].filter((shown) => !drawn.has(shown)));
  return [...[...apart].map((shown) => filled(shown, styleOf(shown))), piece, ...left];
};

/// Tells a table of data from one that only arranges the page.
const heading = { tag: "thead", attributes: {}, content: [{ tag: "tr", attributes: {}, content: [{ tag: "th", attributes: {}, content: ["-"] }] }] };

/// What of an element's style shows, hides or changes the text in it.
const styleOf = (element) => {
  const style = getComputedStyle(element);
  return `display:${style.display};visibility:${style.visibility};text-transform:${style.textTransform}`;
};

/// The text that the style puts before or after what is in an element.
const addGenerated = (piece, element, where) => {
  const content = getComputedStyle(element, where).content;
  if (!content || content === "none" || content === "normal") return;
  // An address, a counter, an attribute.
  const said = content.replace(/[\w-]+\((?:"(?:[^"\\]|\\.)*"|[^")])*\)/g, "");
  const [text, spoken] = said.split(/ \/ (?=")/);
  const strings = (spoken ?? text).match(/"((?:[^"\\]|\\.)*)"/g) ?? [];
  const generated = strings.map((string) => string.slice(1, -1).replace(/\\(.)/g, "$1")).join("");
  if (generated) piece.content.push(generated.slice(0, 400));
};
