// What is there: the elements that a person could act on or read, described as the recorder describes them.
understudy.look ??= (() => {
  const { isShown } = understudy.act;

  const readable = new Set(["TD", "TH", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "DT", "DD", "LEGEND", "CAPTION", "CANVAS", "IMG", "OUTPUT", "METER", "PROGRESS", "IFRAME",
    "circle", "ellipse", "rect", "line", "polygon", "polyline", "path", "text", "image", "use"]);
  const readableRoles = new Set(["cell", "gridcell", "columnheader", "rowheader", "heading", "listitem", "alert", "status", "row", "img", "article"]);
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "META", "LINK", "BR"]);

  /// Text of its own, and not only of the elements in it.
  const hasOwnText = (element) => {
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.data)) return true;
    }
    return false;
  };

  /// Whether the page itself shows that it can be clicked, and not only something around it.
  const isPointed = (element) =>
    element.hasAttribute("onclick") ||
    (getComputedStyle(element).cursor === "pointer" &&
      (!element.parentElement || getComputedStyle(element.parentElement).cursor !== "pointer"));

  /// A field or box that is not drawn itself, but worked by its label or by a button before it.
  const isWorkedByOther = (element) =>
    element.type === "file" || [...(element.labels ?? [])].some(isShown);

  const isScroller = (element) =>
    (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) &&
    element.clientHeight > 0 && /auto|scroll/.test(getComputedStyle(element).overflow);

  /// 2 for what is acted on, 1 for what is read, 0 for the rest.
  const weight = (element) => {
    if (isInteractive(element)) {
      if (element.tagName === "LABEL" && element.control) return 0;
      if (element.tagName === "OPTION") return 0;
      if (element.tagName === "INPUT" && element.type === "hidden") return 0;
      return isShown(element) || isWorkedByOther(element) ? 2 : 0;
    }
    const role = element.getAttribute("role");
    const isRead = readable.has(element.tagName) || (role !== null && readableRoles.has(role)) || element.hasAttribute("aria-label") || hasOwnText(element);
    if (element.draggable && element.tagName !== "IMG") return isShown(element) ? 2 : 0;
    if (!isShown(element)) return 0;
    return isPointed(element) ? 2 : isRead || isScroller(element) ? 1 : 0;
  };

  /// Calls `visit` with every element of the document in reading order, inside open shadow roots too, and whether it
  /// is part of a control.
  const walk = (root, visit, isPart = false) => {
    for (let element = root.firstElementChild; element; element = element.nextElementSibling) {
      if (skipped.has(element.tagName)) continue;
      if (visit(element, isPart) === false) return false;
      const isPartWithin = isPart || isInteractive(element);
      if (element.shadowRoot && walk(element.shadowRoot, visit, isPartWithin) === false) return false;
      if (walk(element, visit, isPartWithin) === false) return false;
    }
    return true;
  };

  // MARK: Resemblance

  const words = (text) => new Set((text ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

  const overlap = (left, right) => {
    if (!left.size || !right.size) return 0;
    let common = 0;
    for (const word of left) if (right.has(word)) common += 1;
    return (2 * common) / (left.size + right.size);
  };

  /// How alike an element is to the one that is looked for, by what is cheap to read.
  const likeness = (element, wanted) => {
    const attributes = wanted.attributes;
    let score = 0;
    if (element.localName === attributes.tag) score += 1;
    for (const name of ["id", "name", "data-testid"]) {
      if (attributes[name] && element.getAttribute(name) === attributes[name]) score += 3;
    }
    for (const name of ["type", "placeholder", "title", "aria-label", "href", "class", "role"]) {
      if (attributes[name] && element.getAttribute(name) === attributes[name]) score += 1;
    }
    if (wanted.words.size && (score > 0 || isInteractive(element))) {
      const said = words(
        `${element.getAttribute("aria-label") ?? ""} ${element.getAttribute("title") ?? ""} ${element.alt ?? ""} ` +
          (["submit", "button", "reset"].includes(element.type) && element.localName === "input" ? element.value : "") +
          ` ${textWithin(element, 200)} ${element.labels ? [...element.labels].map((label) => textWithin(label, 80)).join(" ") : ""}`,
      );
      score += 3 * overlap(wanted.words, said);
    }
    return score;
  };

  /// The elements that could be the wanted one: alike enough to the most alike, at most `most`, in reading order. What
  /// cannot be seen is left out only then: looking is dearer than comparing.
  const sift = (resembling, most) => {
    const wanted = {
      attributes: resembling.attributes,
      words: words(`${resembling.name} ${resembling.attributes.text ?? ""} ${resembling.surroundings?.label ?? ""}`),
    };
    const scored = [];
    let best = 0;
    let index = 0;
    walk(document, (element, isPart) => {
      index += 1;
      if (isPart && !isInteractive(element)) return;
      const score = likeness(element, wanted);
      if (score < best / 2 || score < 1) return;
      best = Math.max(best, score);
      scored.push({ element, index, score });
    });
    return scored
      .filter((entry) => entry.score >= best / 2)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, most)
      .filter((entry) => weight(entry.element) > 0)
      .sort((a, b) => a.index - b.index)
      .map((entry) => entry.element);
  };

  const mostAlike = 24;

  /// An element with its number, remembered as it is now.
  const seen = (element) => {
    understudy.act.remember(element);
    return { number: understudy.registry.number(element), element: describeNamed(element) };
  };

  /// The elements here, each with its number, in reading order; cut off at a count and a time in milliseconds.
  const look = ({ count, time, resembling }) => {
    const end = performance.now() + time;
    if (resembling) {
      const alike = sift(resembling, Math.min(count, mostAlike));
      return { elements: alike.map(seen), isPartial: true, title: document.title };
    }
    const acted = [];
    const read = [];
    const order = new Map();
    let isPartial = false;
    let visits = 0;
    walk(document, (element, isPart) => {
      if ((visits++ & 255) === 255 && performance.now() > end) {
        isPartial = true;
        return false;
      }
      // What is part of a control is the control to whoever points at it.
      const kind = isPart && !isInteractive(element) ? 0 : weight(element);
      if (kind) {
        order.set(element, visits);
        (kind === 2 ? acted : read).push(element);
      }
    });
    let chosen = [...acted, ...read];
    if (chosen.length > count) {
      chosen.length = count;
      isPartial = true;
    }
    chosen.sort((a, b) => order.get(a) - order.get(b));
    const elements = [];
    for (const element of chosen) {
      if ((elements.length & 15) === 15 && performance.now() > end) {
        isPartial = true;
        break;
      }
      elements.push(seen(element));
    }
    return { elements, isPartial, title: document.title };
  };

  return look;
})();
