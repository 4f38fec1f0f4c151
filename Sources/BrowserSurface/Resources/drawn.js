// What a picture of the page shows: the texts in it and where they are drawn, for the guard, which cannot read pixels.

/// When the page may last have begun to look different.
let lastChange = never;
let changes = null;
let watchedRoots = new WeakSet();

const noteChange = () => { lastChange = moment(); };

const changing = { childList: true, characterData: true, subtree: true, attributes: true };

/// Notes what may change the texts that are drawn, or where: only where pictures are taken.
const watchChanges = () => {
  changes?.disconnect();
  changes = new MutationObserver(guarded("changes", (records) => {
    // The indicator is not the page's.
    if (records.some((record) => record.target !== indicatorHost)) noteChange();
  }));
  watchedRoots = new WeakSet();
  noteChange();
  watchChangesIn(document);
  listen("resize", noteChange);
};

const watchChangesIn = (root) => {
  if (watchedRoots.has(root)) return;
  watchedRoots.add(root);
  changes.observe(root, changing);
  for (const type of ["input", "change", "scroll", "load", "toggle", "transitionrun", "transitionend", "animationend"]) {
    root.addEventListener(type, noteChange, { capture: true, passive: true, signal: listening.signal });
  }
};

/// Texts and elements, drawn or not: beyond it a page takes too long to look through, and gets no picture.
const mostTexts = 20000;
/// Of one text.
const mostCharacters = 10000;

/// The texts that are drawn now, and since when, in milliseconds since 1970; null where that cannot be told.
const drawnTexts = () => {
  if (!listening || !changes || !document.body) return null;
  const found = { texts: [], count: 0 };
  return drawnIn(document, { x: 0, y: 0 }, { width: innerWidth, height: innerHeight }, found) === false
    ? null : { since: performance.timeOrigin + lastChange, texts: found.texts };
};

/// Looks through a document or a shadow root. `origin` is where its window is in the picture, `view` how big that is.
const drawnIn = (root, origin, view, found) => {
  watchChangesIn(root);
  const blocks = new Map();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === indicatorHost) continue;
    if ((found.count += 1) > mostTexts) return false;
    if (node.nodeType === Node.TEXT_NODE) addText(node, blocks, origin, view, found);
    else if (addElement(node, origin, view, found) === false) return false;
  }
  for (const [block, text] of blocks) {
    if (text.bounds.length === 0) continue;
    found.texts.push({ text: text.text.replace(/\s+/g, " ").trim(), label: labelOfBlock(block), bounds: text.bounds });
  }
};

const boxesOf = (boxes, origin, view) => {
  const bounds = [];
  for (const { x, y, width, height } of boxes) {
    if (width > 0 && height > 0 && x < view.width && y < view.height && x + width > 0 && y + height > 0) {
      bounds.push({ x: x + origin.x, y: y + origin.y, width, height });
    }
  }
  return bounds;
};

const inlineTags = new Set([
  "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DFN", "EM", "FONT", "I", "INS", "KBD", "MARK", "Q", "S", "SAMP", "SMALL",
  "SPAN", "STRONG", "SUB", "SUP", "TIME", "TT", "U", "VAR", "WBR",
]);

/// What a text is a part of: the words that are said of it may stand in other elements of the same line.
const blockOf = (node) => {
  let block = node.parentElement ?? node.parentNode;
  while (block.parentElement && inlineTags.has(block.tagName)) block = block.parentElement;
  return block;
};

const addText = (node, blocks, origin, view, found) => {
  const parent = node.parentElement?.tagName;
  if (!node.data.trim() || unread.has(parent)) return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const boxes = range.getClientRects();
  if (boxes.length === 0) return;
  const block = blockOf(node);
  const text = blocks.get(block) ?? { text: "", bounds: [] };
  // What nobody looks through is painted over.
  if (node.data.length > mostCharacters) found.texts.push({ label: "", bounds: boxesOf(boxes, origin, view) });
  text.text += node.data.slice(0, mostCharacters);
  text.bounds.push(...boxesOf(boxes, origin, view));
  blocks.set(block, text);
};

/// What says what a block's text is: the heading of a cell's column, the term of a definition, the text before it.
const labelOfBlock = (block) => {
  if (block.nodeType !== Node.ELEMENT_NODE) return "";
  if (block.tagName === "TD") {
    const surroundings = { row: "", column: "" };
    if (block.parentElement?.tagName === "TR") placeInTable(surroundings, block, block.parentElement);
    return surroundings.column || (block.cellIndex === 1 ? surroundings.row : "");
  }
  const before = block.querySelector(":scope > label") ?? block.previousElementSibling;
  return before && before.childElementCount <= 1 && before.textContent.length <= 80 ? oneLine(before.textContent, 80) : "";
};

/// What is read in a field: of a list box every option, chosen or not.
const filledIn = (element) =>
  element.tagName === "SELECT" && (element.multiple || element.size > 1)
    ? [...element.options].map((option) => option.label).join("\n") : contentOf(element);

/// What draws pixels that nobody can read here. Small ones are signs.
const unreadable = new Set(["CANVAS", "VIDEO", "EMBED", "OBJECT", "IMG", "IFRAME", "FRAME", "FENCEDFRAME"]);
const smallest = 48;

/// Adds what an element itself draws; false where that cannot be told.
const addElement = (element, origin, view, found) => {
  if (element.shadowRoot) return drawnIn(element.shadowRoot, origin, view, found);
  const isFilled = "value" in element && (isField(element) || element.type === "file") || element.tagName === "SELECT";
  const isUnreadable = unreadable.has(element.tagName) || (element.tagName === "INPUT" && element.type === "image") || element.tagName === "image";
  const isClosed = element.localName.includes("-") && !element.firstChild;
  const isPress = element.tagName === "INPUT" && /^(button|submit|reset)$/.test(element.type);
  if (!isFilled && !isUnreadable && !isClosed && !isPress) return;
  const bounds = boxesOf(element.getClientRects(), origin, view);
  if (bounds.length === 0) return;
  if (isFilled) {
    if (secretOf(element) && element.value) {
      found.texts.push({ label: "", bounds });
      return;
    }
    const text = String((secretOf(element) ? "" : filledIn(element)) || element.placeholder || "");
    if (text.length > mostCharacters) return void found.texts.push({ label: "", bounds });
    const path = Path.of(element);
    const label = [labelOf(path, labelsOf(path)), element.getAttribute("aria-label"), element.placeholder, element.name].filter(Boolean).join(" ");
    if (text) found.texts.push({ text, label, bounds });
    return;
  }
  if (isPress) {
    if (element.value) found.texts.push({ text: element.value, label: "", bounds });
    return;
  }
  if (/FRAME$/.test(element.tagName)) {
    const inner = element.contentDocument;
    if (inner?.documentElement) {
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      // Drawn larger, smaller or turned, nothing in it is where it says.
      if (Math.abs(box.width - element.offsetWidth) > 1 || Math.abs(box.height - element.offsetHeight) > 1) {
        return void found.texts.push({ label: "", bounds });
      }
      const x = origin.x + box.x + element.clientLeft + parseFloat(style.paddingLeft);
      const y = origin.y + box.y + element.clientTop + parseFloat(style.paddingTop);
      return drawnIn(inner, { x, y }, { width: element.clientWidth, height: element.clientHeight }, found);
    }
    found.texts.push({ label: "", bounds });
    return;
  }
  if (bounds.some((box) => box.width > smallest && box.height > smallest)) found.texts.push({ label: "", bounds });
};
