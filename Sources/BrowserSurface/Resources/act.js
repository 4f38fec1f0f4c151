// What acting needs to know of a document: whether and where an element can be acted on, where an event arrived,
// what followed it. Nothing here changes the page but scrolling, focus and selection.
understudy.act ??= (() => {
  const registry = understudy.registry;

  // MARK: Time

  /// The next animation frame; a page that is not shown has none, so not longer than a quarter of a second.
  const frame = () =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, 250);
      requestAnimationFrame(() => {
        clearTimeout(timer);
        resolve();
      });
    });

  /// After the tasks that are already waiting (a form that is about to be sent among them).
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => setTimeout(resolve, 0);
      port2.postMessage(null);
    });

  // MARK: Geometry

  const within = (node, ancestor) => {
    for (; node; node = parentOf(node)) if (node === ancestor) return true;
    return false;
  };

  /// The element at a point of the viewport, inside open shadow roots too.
  const elementAt = (x, y) => {
    let root = document;
    let found = null;
    for (;;) {
      const next = root.elementFromPoint(x, y);
      if (!next || next === found) return found;
      found = next;
      if (!found.shadowRoot) return found;
      root = found.shadowRoot;
    }
  };

  /// The box to act in: the largest line of an inline element, else its box.
  const boxOf = (element) => {
    const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
    if (boxes.length > 1) return boxes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
    return boxes[0] ?? element.getBoundingClientRect();
  };

  const samePlace = (a, b) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

  /// The part of a box that is in the viewport; null where none is.
  const visiblePart = (box) => {
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    return right > left && bottom > top ? { left, top, right, bottom } : null;
  };

  const pointIn = (box, position) => {
    if (position) return { x: box.left + box.width * position.x, y: box.top + box.height * position.y };
    const part = visiblePart(box) ?? box;
    return { x: (part.left + part.right) / 2, y: (part.top + part.bottom) / 2 };
  };

  const isInside = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;

  // MARK: States

  const isShown = (element) => {
    const box = boxOf(element);
    if (!(box.width > 0 && box.height > 0)) return false;
    return element.checkVisibility({ visibilityProperty: true });
  };

  const isDisabled = (element) => {
    if (element.matches(":disabled")) return true;
    for (let node = element; node; node = parentOf(node)) {
      if (node.getAttribute("aria-disabled") === "true" || node.inert) return true;
    }
    return false;
  };

  const isReadonly = (element) =>
    element.readOnly === true || element.getAttribute("aria-readonly") === "true";

  /// What a box or field that cannot be seen is worked by: its label.
  const standIn = (element) => [...(element.labels ?? [])].find(isShown) ?? element;

  /// Whether a hit on `hit` is a hit on the element: inside it, or on a label that passes it on.
  const isHit = (hit, element) => {
    if (!hit) return false;
    if (within(hit, element)) return true;
    return [...(element.labels ?? [])].some((label) => within(hit, label));
  };

  /// What an element was when it was looked at; it must still be that when it is acted on.
  const identity = (element) => [
    identityOf(element).role,
    identityOf(element).name,
    element.getAttribute("href") ?? "",
    element.form?.getAttribute("action") ?? "",
    element.type ?? "",
  ];
  const remembered = new WeakMap();

  // MARK: Ready to be acted on

  const scroll = (element, attempt) => {
    const block = ["nearest", "center", "end", "start"][attempt % 4];
    element.scrollIntoView({ block, inline: block === "nearest" ? "nearest" : "center", behavior: "instant" });
  };

  const refusal = (element, needs) => {
    if (!element) return "gone";
    if (!isShown(element)) return "hidden";
    if (isDisabled(element)) return "disabled";
    if (needs.editable && isReadonly(element)) return "readonly";
    const before = remembered.get(element);
    if (before && identity(element).some((part, index) => part !== before[index])) return "changed";
    return null;
  };

  /// Waits until an element is visible, enabled, still for two frames and not covered.
  /// Answers with the point to act at, in the viewport of this document, or with why there is none.
  const ready = async (number, needs) => {
    const end = performance.now() + needs.limit;
    let reason = "gone";
    let last = null;
    // What is scrolled away from under something moves because of that alone.
    let isCovered = false;
    for (let attempt = 0; ; ) {
      const original = registry.element(number);
      if (!original) return { reason: "gone" };
      const element = needs.standIn && !isShown(original) ? standIn(original) : original;
      reason = refusal(element, needs);
      if (reason === "changed") return { reason };
      if (reason) last = null;
      if (!reason) {
        let box = boxOf(element);
        let point = pointIn(box, needs.position);
        const hit = needs.anywhere || (isInside(point) && isHit(elementAt(point.x, point.y), element));
        if (hit) isCovered = false;
        if (!isInside(point) || (!hit && last && samePlace(last, box))) {
          isCovered = isInside(point);
          scroll(element, isInside(point) ? ++attempt : attempt);
          box = boxOf(element);
          point = pointIn(box, needs.position);
        }
        const still = !needs.still || (last && samePlace(last, box));
        last = box;
        if (!still) {
          reason = isCovered ? "covered" : "moving";
        } else if (isInside(point) && (needs.anywhere || isHit(elementAt(point.x, point.y), element))) {
          watch(element, needs);
          return { x: point.x, y: point.y, number: registry.number(element) };
        } else {
          reason = isInside(point) ? "covered" : "outside";
        }
      }
      if (performance.now() > end) {
        const point = last && pointIn(last, needs.position);
        return { reason, by: reason === "covered" ? elementAt(point.x, point.y)?.localName : undefined };
      }
      await frame();
    }
  };

  /// Where a point of the frame in this element is in this document, and whether it can be hit there: not where
  /// something lies over it. `brings` scrolls it into view first.
  const through = (number, x, y, brings) => {
    const owner = registry.element(number);
    if (!owner) return null;
    let point = outside(owner, x, y);
    if (brings && !isInside(point)) {
      scroll(owner, 0);
      point = outside(owner, x, y);
      if (!isInside(point)) {
        scrollBy({ left: point.x - innerWidth / 2, top: point.y - innerHeight / 2, behavior: "instant" });
        point = outside(owner, x, y);
      }
    }
    return { ...point, hit: within(elementAt(point.x, point.y), owner) };
  };

  /// A point of the frame in an element, in this document's viewport.
  const outside = (owner, x, y) => {
    const box = owner.getBoundingClientRect();
    const style = getComputedStyle(owner);
    const scale = owner.offsetWidth ? box.width / owner.offsetWidth : 1;
    return {
      x: box.left + (owner.clientLeft + parseFloat(style.paddingLeft) + x) * scale,
      y: box.top + (owner.clientTop + parseFloat(style.paddingTop) + y) * scale,
    };
  };

  // MARK: What arrives and what follows

  const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click", "auxclick", "dblclick", "contextmenu"];
  let watched = null;

  const tell = (message) => globalThis.understudyActed?.(JSON.stringify(message));

  /// Lets pointer events pass only to the element, and tells when the first has arrived or was kept back.
  const guard = (event) => {
    if (!watched || !event.isTrusted || !watched.pointer) return;
    if (watched.arrived === undefined) {
      watched.arrived = isHit(event.composedPath()[0], watched.element);
      tell({ token: watched.token, arrived: watched.arrived });
    }
    if (!watched.arrived) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  const submitted = (event) => {
    if (!watched || !event.isTrusted) return;
    watched.isSent = true;
    tell({ token: watched.token, submitted: true });
  };

  const navigating = (event) => {
    if (watched && !event.hashChange && !event.downloadRequest) tell({ token: watched.token, navigating: true });
  };

  const observer = new MutationObserver(() => {
    if (watched) watched.changed = true;
  });

  /// Watches what happens in this document from now on, until `rest`.
  const watch = (element, { token, pointer }) => {
    unwatch();
    watched = { element, token, pointer, arrived: undefined, changed: false, isSent: false };
    for (const kind of kinds) addEventListener(kind, guard, { capture: true });
    addEventListener("submit", submitted, { capture: true });
    globalThis.navigation?.addEventListener("navigate", navigating);
    if (document.documentElement) {
      observer.observe(document.documentElement, {
        subtree: true, childList: true, attributes: true, characterData: true,
      });
    }
  };

  const unwatch = () => {
    watched = null;
    for (const kind of kinds) removeEventListener(kind, guard, { capture: true });
    removeEventListener("submit", submitted, { capture: true });
    globalThis.navigation?.removeEventListener("navigate", navigating);
    observer.disconnect();
  };

  /// Waits until nothing changes in the document for the length of a frame, at most `limit` milliseconds.
  ///
  /// The browser holds waiting tasks back until the frame after an input. They are awaited where an act sets things
  /// going (a click, a key), and where a form is on its way; a field that was filled and changed nothing is at rest.
  const rest = async (limit, isEntry) => {
    const end = performance.now() + limit;
    if (isEntry && watched && !watched.changed && !watched.isSent) return;
    await task();
    while (watched?.changed && performance.now() < end) {
      watched.changed = false;
      await frame();
    }
  };

  return {
    ready,
    through,
    rest,
    unwatch,
    frame,
    within,
    isShown,
    boxOf,
    elementAt,
    /// Watches without an element: for keys and dialogs.
    watch: (token) => watch(null, { token, pointer: false }),
    /// Remembers what an element is now.
    remember: (element) => remembered.set(element, identity(element)),
    element: (number) => registry.element(number),
  };
})();
