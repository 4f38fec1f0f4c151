// All that is drawn in a document, as a tree: what a policy looks at.
understudy.scene ??= (() => {
  const skipped = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "META", "LINK", "BR", "OPTION", "OPTGROUP"]);
  const boxes = new Set(["checkbox", "radio"]);

  const rounded = (box) => ({ x: box.left, y: box.top, width: box.width, height: box.height });

  const hintsOf = (element) =>
    ["placeholder", "title", "aria-label", "alt", "name"].map((name) => element.getAttribute(name)).filter((text) => text).map((text) => oneLine(text, 80));

  const shares = [0.5, 0.25, 0.75, 0.1, 0.9];

  /// Where in its box an element can be pointed at, where something else lies over its middle.
  const reachOf = (element, box) => {
    const hits = (x, y) => {
      const hit = understudy.act.elementAt(box.left + box.width * x, box.top + box.height * y);
      return hit !== null && understudy.act.within(hit, element);
    };
    const isOutside = box.left + box.width / 2 < 0 || box.top + box.height / 2 < 0 || box.left + box.width / 2 >= innerWidth || box.top + box.height / 2 >= innerHeight;
    if (isOutside || hits(0.5, 0.5)) return undefined;
    for (const y of shares) for (const x of shares) if (hits(x, y)) return { x, y };
    return undefined;
  };

  const described = (element, box, parent) => {
    const style = getComputedStyle(element);
    const node = {
      parent,
      number: understudy.registry.number(element),
      tag: element.localName,
      // A form's field that is called “id” stands in for its property.
      id: element.getAttribute("id") ?? "",
      classes: [...element.classList],
      text: "",
      isFocused: document.activeElement === element && element !== document.body,
      bounds: rounded(box),
      reach: reachOf(element, box),
      color: element instanceof SVGElement ? style.fill : style.backgroundColor,
      hints: element.hasAttributes() ? hintsOf(element) : [],
    };
    const isSecret = "value" in element && (secretOf(element) !== null || isDrawnAsDots(element));
    if (element.tagName === "INPUT") {
      node.type = element.type;
      if (boxes.has(element.type)) node.isChecked = element.checked;
      else node.value = isSecret ? "" : element.value;
    } else if (element.tagName === "TEXTAREA") {
      node.value = isSecret ? "" : element.value;
    } else if (element.tagName === "SELECT") {
      node.value = isSecret ? "" : element.selectedOptions[0]?.label ?? "";
      node.options = isSecret ? [] : [...element.options].slice(0, 200).map((option) => option.label);
    }
    return node;
  };

  /// The nodes in reading order; a text that is all there is in an element is that element's.
  return ({ count }) => {
    const nodes = [];
    const visit = (element, parent) => {
      if (skipped.has(element.tagName) || nodes.length >= count) return;
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || !element.checkVisibility({ visibilityProperty: true })) {
        // What is not drawn itself can hold what is.
        if (box.width !== 0 || box.height !== 0 || element.childElementCount === 0) return;
        for (const child of element.children) visit(child, parent);
        return;
      }
      const node = described(element, box, parent);
      const index = nodes.push(node) - 1;
      if (element.tagName === "SELECT" && !secretOf(element) && (element.multiple || element.size > 1)) {
        for (const option of [...element.options].slice(0, 200)) {
          const box = option.getBoundingClientRect();
          if (box.width === 0 || box.height === 0) continue;
          nodes.push({ parent: index, number: understudy.registry.number(option), tag: "option", id: option.id, classes: [...option.classList], text: option.label.trim(), isChecked: option.selected, isFocused: false, bounds: rounded(box), color: "", hints: [] });
        }
      }
      if (node.value !== undefined) return;
      const parts = [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])];
      const texts = parts.filter((part) => part.nodeType === Node.TEXT_NODE && /\S/.test(part.data));
      if (!parts.some((part) => part.nodeType === Node.ELEMENT_NODE && !skipped.has(part.tagName))) {
        node.text = texts.map((part) => part.data.trim().replace(/\s+/g, " ")).join(" ").slice(0, 2000);
        return;
      }
      for (const part of parts) {
        if (part.nodeType === Node.ELEMENT_NODE) visit(part, index);
        else if (texts.includes(part)) {
          const range = document.createRange();
          range.selectNodeContents(part);
          const bounds = rounded(range.getBoundingClientRect());
          if (bounds.width > 0) nodes.push({ parent: index, tag: "t", id: "", classes: [], text: part.data.trim().replace(/\s+/g, " ").slice(0, 2000), isFocused: false, bounds, color: "", hints: [] });
        }
      }
    };
    if (document.body) visit(document.body, null);
    return nodes;
  };
})();
