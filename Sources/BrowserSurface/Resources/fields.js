// What acting needs to know of fields, lists and boxes.
understudy.fields ??= (() => {
  const { within, isShown, boxOf } = understudy.act;
  const element = (number) => understudy.act.element(number);

  /// The element that has the focus, inside open shadow roots too.
  const focused = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };

  const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();

  /// What a person reads in a field.
  const valueOf = (node) => {
    if (!node) return null;
    if (secretOf(node)) return null;
    if (node.localName === "select") return [...node.selectedOptions].map((o) => plain(o.label)).join("\n");
    if (node.type === "checkbox" || node.type === "radio") return String(node.checked);
    if (node.value !== undefined && ["input", "textarea"].includes(node.localName)) return node.value;
    if (node.isContentEditable) return node.innerText.replace(/\n$/, "");
    return node.getAttribute("aria-checked") ?? node.getAttribute("aria-valuetext") ?? null;
  };

  /// Whether a field holds exactly this text: for secrets, which are never told.
  const holds = (number, text) => element(number)?.value === text;

  /// The kind of field; what is inside a custom element counts, where only one field is.
  const field = (number) => {
    const node = element(number);
    if (!node) return null;
    if (node.localName === "input") return node.type;
    if (node.localName === "textarea") return "textarea";
    if (node.localName === "select") return node.multiple || node.size > 1 ? "listbox" : "select";
    if (node.isContentEditable) return "editable";
    return "other";
  };

  const focus = (number) => {
    const node = element(number);
    if (!node) return false;
    if (!within(focused(), node)) node.focus({ preventScroll: true });
    return within(focused(), node);
  };

  /// Waits until a field can be used, and gives it the focus.
  const prepare = async (number, needs) => {
    const ready = await understudy.act.ready(number, needs);
    if (ready.reason) return ready;
    return { ...ready, kind: field(number), isFocused: focus(number) };
  };

  /// Whether a field holds what was typed, and what it holds.
  const entered = (number, text) => ({ holds: holds(number, text), value: valueOf(element(number)) });

  /// In which order the parts of a date or time are typed: what the field shows in the browser's language.
  const order = (kind) => {
    const options = {
      date: { year: "numeric", month: "2-digit", day: "2-digit" },
      month: { year: "numeric", month: "long" },
      time: { hour: "2-digit", minute: "2-digit" },
      "datetime-local": { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" },
    }[kind];
    const format = new Intl.DateTimeFormat(navigator.language, options ?? {});
    const sample = format.formatToParts(new Date(2001, 1, 3, 16, 5));
    return {
      parts: kind === "week" ? ["week", "year"] : sample.map((part) => part.type).filter((type) => type !== "literal"),
      months: [...Array(12).keys()].map((month) =>
        new Intl.DateTimeFormat(navigator.language, { month: "long" }).format(new Date(2001, month, 1)),
      ),
      noon: ["am", "pm"].map(
        (_, half) =>
          new Intl.DateTimeFormat(navigator.language, { hour: "numeric", hour12: true })
            .formatToParts(new Date(2001, 1, 1, half * 12 + 1))
            .find((part) => part.type === "dayPeriod")?.value ?? "",
      ),
    };
  };

  /// How far a slider is from a value, in steps, and where on it that value lies.
  const range = (number, value) => {
    const node = element(number);
    const bound = (text, or) => (Number.isFinite(parseFloat(text)) ? parseFloat(text) : or);
    const low = bound(node.min, 0);
    const high = Math.max(low, bound(node.max, 100));
    const step = bound(node.step, 1) || 1;
    const upright = boxOf(node).height > boxOf(node).width;
    const share = high > low ? (parseFloat(value) - low) / (high - low) : 0;
    return {
      steps: Math.round((parseFloat(value) - parseFloat(node.value)) / step),
      position: upright ? { x: 0.5, y: 1 - share } : { x: share, y: 0.5 },
    };
  };

  // MARK: Lists

  const optionsOf = (node) => [...node.options];
  const isOpenable = (option) => !option.disabled && !option.parentElement.disabled && !option.hidden;

  /// How many presses of an arrow lead from the chosen option to the one with this label, in an open list.
  const distance = (number, label) => {
    const node = element(number);
    const all = optionsOf(node);
    const target =
      all.findIndex((option) => plain(option.label) === plain(label)) >= 0
        ? all.findIndex((option) => plain(option.label) === plain(label))
        : all.findIndex((option) => option.value === label);
    if (target < 0 || !isOpenable(all[target])) return null;
    const open = all.filter(isOpenable);
    return { steps: open.indexOf(all[target]) - open.indexOf(all[node.selectedIndex]), value: valueOf(node) };
  };

  /// The options of an open list box: their numbers, whether each is chosen, and whether each should be.
  const choices = (number, labels) => {
    const wanted = labels.map(plain);
    return optionsOf(element(number)).map((option) => ({
      number: understudy.registry.number(option),
      isChosen: option.selected,
      isWanted: wanted.includes(plain(option.label)) || labels.includes(option.value),
      label: plain(option.label),
    }));
  };

  /// The option with this label in the list that belongs to a combo box, or in any that is open.
  const option = (number, label) => {
    const node = element(number);
    const names = `${node.getAttribute("aria-controls") ?? ""} ${node.getAttribute("aria-owns") ?? ""}`;
    const lists = names.split(/\s+/).filter(Boolean).map((id) => node.getRootNode().getElementById?.(id));
    const roots = [node, ...lists.filter(Boolean), node.getRootNode(), document];
    for (const root of roots) {
      for (const candidate of root.querySelectorAll("[role=option],[role=menuitemradio],[role=treeitem]")) {
        if (isShown(candidate) && plain(candidate.innerText) === plain(label)) {
          return understudy.registry.number(candidate);
        }
      }
    }
    return null;
  };

  // MARK: Boxes

  const isChecked = (number) => {
    const node = element(number);
    if (!node) return null;
    if (node.type === "checkbox" || node.type === "radio") return node.checked;
    return (node.getAttribute("aria-checked") ?? node.getAttribute("aria-pressed")) === "true";
  };

  // MARK: Text

  /// The ends of a text inside an element (of all of it, for an empty text), in the viewport.
  const span = (number, text) => {
    const node = element(number);
    if (!node) return null;
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = "";
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement?.checkVisibility()) continue;
      nodes.push({ node: walker.currentNode, start: all.length });
      all += walker.currentNode.data;
    }
    if (!nodes.length) return null;
    // What was copied may end with the line ends between blocks, which are in no text.
    const wanted = all.includes(text) ? text : text.trim();
    const start = wanted ? all.indexOf(wanted) : all.search(/\S/);
    const end = wanted ? start + wanted.length : all.trimEnd().length;
    if (start < 0 || end <= start) return null;
    const at = (offset, isEnd) => {
      const entry = nodes.findLast((n) => (isEnd ? n.start < offset : n.start <= offset));
      return [entry.node, offset - entry.start];
    };
    const range = document.createRange();
    range.setStart(...at(start, false));
    range.setEnd(...at(end, true));
    const measured = () => [...range.getClientRects()].filter((box) => box.width > 0);
    let boxes = measured();
    // Of what is in view with a margin of its own, the text may not be.
    if (boxes.length && (boxes[0].top < 0 || boxes[boxes.length - 1].bottom > innerHeight)) {
      node.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      boxes = measured();
    }
    if (!boxes.length) return null;
    const first = boxes[0];
    const last = boxes[boxes.length - 1];
    return {
      from: { x: first.left, y: (first.top + first.bottom) / 2 },
      to: { x: last.right, y: (last.top + last.bottom) / 2 },
    };
  };

  /// What is selected now: in the focused field, else in the document.
  const selection = () => {
    const active = focused();
    if (active && secretOf(active)) return "";
    if (active && typeof active.selectionStart === "number") {
      return active.value.slice(active.selectionStart, active.selectionEnd);
    }
    return getSelection().toString();
  };

  // MARK: Forms and files

  /// What sends the form an element belongs to: its button, else a field in which Enter does it.
  const sender = (number) => {
    const node = element(number);
    const form = node?.localName === "form" ? node : node?.form ?? node?.closest("form");
    if (!form) return null;
    const all = [...form.elements];
    const button = all.find((e) => ["submit", "image"].includes(e.type) && isShown(e) && !e.disabled);
    if (button) return { button: understudy.registry.number(button) };
    const text = all.find((e) => e.localName === "input" && isShown(e) && !e.disabled && e.type !== "hidden");
    return text ? { field: understudy.registry.number(text) } : null;
  };

  /// How far an element, or the document, is scrolled.
  const scrolled = (number) => {
    for (let node = number ? element(number) : null; node; node = parentOf(node)) {
      if (node.scrollHeight > node.clientHeight || node.scrollWidth > node.clientWidth) {
        const { overflowX, overflowY } = getComputedStyle(node);
        if (/auto|scroll/.test(overflowX + overflowY)) return { x: node.scrollLeft, y: node.scrollTop };
      }
    }
    return { x: scrollX, y: scrollY };
  };

  /// Waits until scrolling has ended: two frames with the same positions.
  const settled = async (number, before, limit) => {
    const end = performance.now() + limit;
    let last = before;
    let same = 0;
    while (performance.now() < end && same < 3) {
      await understudy.act.frame();
      const now = scrolled(number);
      same = now.x === last.x && now.y === last.y ? same + 1 : 0;
      last = now;
    }
    return last;
  };

  /// Whether the browser itself would begin a drag here.
  const isDraggable = (number) => {
    for (let node = element(number); node; node = parentOf(node)) {
      if (node.draggable) return true;
    }
    return false;
  };

  return {
    prepare, entered, focus, valueOf: (number) => valueOf(element(number)), holds, field, order, range, distance, choices,
    option, isChecked, span, selection, sender, scrolled, settled, isDraggable,
    isFocused: (number) => within(focused(), element(number)),
    focusedFrame: () => {
      const active = focused();
      return active && /^(iframe|frame)$/.test(active.localName) ? understudy.registry.number(active) : null;
    },
  };
})();
