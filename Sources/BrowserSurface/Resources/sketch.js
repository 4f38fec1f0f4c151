// A sketch of an element: as much of it, and of what is around it, as the browser needs to say its role and name.
//
// The browser says both from its accessibility tree. A page that keeps one is half as slow again, and to build one for
// a single question takes 40 ms on a page of 5,000 nodes. So the recorded page keeps none: it draws a sketch, and the
// browser is asked about that, in a page of our own (`naming.js`). A sketch holds no value of a field, no address,
// no picture and no script. What says nothing is left out of it: every part costs the page.

const svgNamespace = "http://www.w3.org/2000/svg";

/// Attributes that roles and names depend on. Those of WAI-ARIA do too, except where they point to other elements or hold
/// a value.
const tellingAttributes = new Set([
  "role", "title", "alt", "placeholder", "type", "tabindex", "contenteditable", "disabled", "multiple", "size", "scope",
  "label", "open", "controls", "draggable",
]);
const untold = /^aria-(labelledby|controls|owns|describedby|details|flowto|activedescendant|errormessage|value[a-z]*)$/;
const isTelling = (name) =>
  tellingAttributes.has(name) || (name.startsWith("aria-") && /^aria-[a-z]+$/.test(name) && !untold.test(name));

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
const isNamedByContent = (reading) => namedByContentTags.has(reading.tag) || reading.has("role") || reading.has("tabindex");

const isTablePart = ({ tag }) => tag === "TD" || tag === "TH" || tag === "TR";

/// Elements that say nothing about those in them.
const isPlain = (reading) =>
  (reading.tag === "DIV" || reading.tag === "SPAN") && !reading.has("role") && !reading.has("aria-label");

/// The children as they are shown: those of an open shadow root, and those put into a slot.
const shownChildren = (reading) => {
  if (isHost(reading)) return reading.element.shadowRoot.childNodes;
  if (reading.tag === "SLOT") {
    const assigned = reading.element.assignedNodes();
    if (assigned.length > 0) return assigned;
  }
  return reading.element.childNodes;
};

/// The elements that an element names as its labels.
const labelsReferredTo = (reading) => {
  const references = reading.attribute("aria-labelledby");
  if (!references) return [];
  const root = reading.element.getRootNode();
  return references.trim().split(/\s+/).map((id) => root.getElementById?.(id)).filter(Boolean);
};

/// Draws an element, marked with 0, in `surrounding`, the elements around it, of which `ancestors` are marked with 1, 2 …
const sketchOf = (path, surrounding, ancestors, labels) => {
  const { first, element } = path;
  const marks = new Map([[element, 0]]);
  const numbers = new Map();
  const drawn = new Set();
  let room = 200;
  let shows = true;

  const number = (referred) => {
    if (!numbers.has(referred)) numbers.set(referred, `r${numbers.size}`);
    return numbers.get(referred);
  };
  labelsReferredTo(first).forEach(number);
  for (const marked of ancestors) {
    marks.set(marked.element, marks.size);
    labelsReferredTo(marked).forEach(number);
  }
  if (labels.length > 0) number(element);

  const outline = (reading) => {
    const { element: shown, tag, names } = reading;
    let attributes;
    const tell = (name, value) => { (attributes ??= {})[name] = value; };
    for (let place = 0; place < names.length; place += 1) {
      const name = names[place];
      if (isTelling(name)) {
        tell(name, reading.valueAt(place).slice(0, 300));
      } else if (name === "href") tell(name, "#");
      else if (name === "aria-labelledby" && marks.has(shown)) tell(name, labelsReferredTo(reading).map(number).join(" "));
    }
    if (tag === "INPUT") {
      if (reading.has("value") && /^(submit|reset|button)$/.test(shown.type)) tell("value", shown.value.slice(0, 300));
      if (reading.has("list") && shown.list) tell("list", "choices");
    }
    if (numbers.size > 0 && numbers.has(shown)) tell("id", number(shown));
    if (tag === "LABEL" && shown.control === element) tell("for", number(element));
    const piece = { tag: shown.localName, attributes };
    // Of HTML, the name of a tag is written small, and the tag itself is not.
    if (piece.tag === tag && shown.namespaceURI === svgNamespace) piece.isDrawing = true;
    const mark = marks.get(shown);
    if (mark !== undefined) piece.mark = mark;
    drawn.add(shown);
    return piece;
  };

  const outlineOf = (shown) => outline(path.reading(shown));

  /// Draws what is in an element.
  const fill = (piece, reading) => {
    const shown = reading.element;
    if (unfilled.has(reading.tag) || shown.isContentEditable || secretOf(shown)) return;
    piece.content = [];
    addGenerated(piece, shown, "::before");
    for (const child of shownChildren(reading)) {
      if (room <= 0) break;
      room -= 1;
      const kind = child.nodeType;
      if (kind === Node.TEXT_NODE) piece.content.push(child.data.slice(0, 400));
      else if (kind === Node.ELEMENT_NODE && !undrawn.has(child.tagName)) {
        const style = styleOf(child);
        // What is not shown says nothing, unless it is referred to.
        const isLeftOut = shows && style.startsWith("display:none");
        piece.content.push(isLeftOut ? { ...outlineOf(child), style } : filled(path.reading(child), style));
      }
    }
    addGenerated(piece, shown, "::after");
  };

  const filled = (reading, style) => {
    const piece = outline(reading);
    piece.style = style;
    fill(piece, reading);
    return piece;
  };

  /// What is in an element, beside that which is drawn already, as far as it says what either is.
  const companions = ({ element: outer, tag }, inner) => {
    switch (tag) {
      case "FIELDSET": case "FIGURE": return captions(outer, /^(LEGEND|FIGCAPTION)$/, inner);
      case "TABLE": {
        const { caption } = outer;
        const isOfData = caption || outer.tHead || outer.querySelector("th");
        return [...(caption ? captions(outer, /^CAPTION$/, inner) : []), ...(isOfData ? [heading] : [])];
      }
      case "TR":
        return inner?.tag === "TH" ? [...outer.cells].slice(0, 12).filter((cell) => cell !== inner.element).map(outlineOf) : [];
      default: return [];
    }
  };

  const captions = (outer, tags, inner) => {
    let child = outer.firstElementChild;
    for (let rest = 49; child && rest > 0 && (child === inner?.element || !tags.test(child.tagName)); rest -= 1) {
      child = child.nextElementSibling;
    }
    return child && child !== inner?.element && tags.test(child.tagName) ? [filled(path.reading(child), styleOf(child))] : [];
  };

  // From the outermost element that is called what is in it, or else the element itself, outwards.
  let outermost = first;
  for (const around of first.tag === "OPTION" ? [] : ancestors) {
    if (isNamedByContent(around) && !isTablePart(around)) outermost = around;
  }
  let piece = outline(outermost);
  if (isNamedByContent(outermost) || numbers.has(outermost.element)) {
    const { textTransform } = getComputedStyle(outermost.element);
    if (textTransform !== "none") piece.style = `text-transform:${textTransform}`;
    fill(piece, outermost);
  } else piece.content = companions(outermost, null);
  let inner = outermost;
  for (const outer of surrounding.slice(surrounding.indexOf(outermost) + 1)) {
    if (isPlain(outer) && !marks.has(outer.element)) continue;
    const around = outline(outer);
    around.content = [...companions(outer, inner), piece];
    piece = around;
    inner = outer;
  }
  // What there was no room for, and labels that stand elsewhere.
  shows = false;
  const left = [first, ...ancestors].filter((marked) => !drawn.has(marked.element)).map(outline);
  const apart = new Set([...labels, ...numbers.keys()].filter((shown) => !drawn.has(shown)));
  return [...[...apart].map((shown) => filled(path.reading(shown), styleOf(shown))), piece, ...left];
};

/// Tells a table of data from one that only arranges the page.
const heading = { tag: "thead", content: [{ tag: "tr", content: [{ tag: "th", content: ["-"] }] }] };

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
