// An element's role and name, as the browser computes them for assistive technology.
//
// Reading them is cheap while the accessibility tree is up to date, and dear right after a change of the page,
// because the browser then brings its style, layout and tree up to date at once. So they are read ahead, after the
// frame that follows a pointer's arrival or a change of focus, and used as long as nothing they depend on changed.

const identities = new WeakMap();

/// What an element's role and name depend on, cheap to read: if it is equal, so are they.
const traits = (element) => {
  let text = `${element.getAttribute("role")}|${element.getAttribute("aria-label")}|${element.getAttribute("title")}|`;
  const references = element.getAttribute("aria-labelledby");
  if (references) {
    for (const id of references.split(/\s+/)) {
      const label = element.getRootNode().getElementById?.(id);
      if (label) text += textWithin(label, 80);
    }
  }
  if (element.labels) {
    for (const label of element.labels) text += textWithin(label, 80);
    text += `|${element.type}|${element.placeholder}|${element.alt}|`;
    if (element.tagName === "INPUT" && /^(submit|reset|button)$/.test(element.type)) text += element.value;
  }
  return text + textWithin(element, 80);
};

/// The browser's role. Where there is none (a date's field has none in WAI-ARIA), a field is a textbox, as screen
/// readers say it.
const roleOf = (element) => {
  const role = element.computedRole;
  if (role === "image") return "img";
  // The browser's word for a drawing, which it does not always use, is none of WAI-ARIA's.
  if (role && role !== "generic" && role !== "Canvas") return role;
  return isField(element) ? "textbox" : "generic";
};

/// The browser's name, without what it adds to a chooser's: the files that are chosen are its value.
const nameOf = (element) => {
  const name = oneLine(element.computedName ?? "", 200);
  return element.tagName === "INPUT" && element.type === "file" ? name.replace(/: [^:]*$/, "") : name;
};

/// Role and name of an element, from what was read ahead where that still holds.
const identityOf = (element) => {
  const known = identities.get(element);
  const now = traits(element);
  if (known && known.traits === now) return known;
  const identity = {
    role: roleOf(element),
    name: nameOf(element),
    traits: now,
  };
  identities.set(element, identity);
  return identity;
};

let readAheadTarget = null;

/// Reads the identity of an element and of those around it once the next frame is drawn.
const readAhead = (element) => {
  const waits = readAheadTarget !== null;
  readAheadTarget = element;
  if (waits) return;
  requestAnimationFrame(() => setTimeout(guarded("reading ahead", () => {
    const target = readAheadTarget;
    readAheadTarget = null;
    if (!target?.isConnected || identities.get(target)?.traits === traits(target)) return;
    identityOf(target);
    ancestorsOf(target);
  })));
};
