// What every script of the module's own world builds on. No script of the page sees any of it.
//
// The files here are put together to the body of one function. Its argument `next` is what was set when it was put
// into the document: the binding's name, the origins that may be watched, and what the indicator shows.

let settings = next;

/// Milliseconds since the document began: of an event, or of now.
const moment = (event) => (event ? event.timeStamp : performance.now());
/// The moment of what has not happened.
const never = -Infinity;

/// The innermost target of an event, through open shadow roots.
const innermost = (event) => {
  const { target } = event;
  // Asking for the path is dear, and needed only where there is something inside the target.
  const inner = target?.shadowRoot ? event.composedPath()[0] : target;
  return inner?.nodeType === Node.TEXT_NODE ? inner.parentElement : inner;
};

/// The element around another one, through shadow roots.
const parentOf = (element) =>
  element.assignedSlot ?? element.parentElement ?? (element.parentNode instanceof ShadowRoot ? element.parentNode.host : null);

/// The nearest element for which `matches` holds, the element itself included, at most `limit` steps up.
const nearest = (element, matches, limit = 32) => {
  for (let next = element; next && limit > 0; next = parentOf(next), limit -= 1) {
    if (matches(next)) return next;
  }
  return null;
};

/// Whether a person types into an element.
const isField = (element) => {
  const tag = element.tagName;
  if (tag === "INPUT") return !untyped.has(element.type);
  return tag === "TEXTAREA" || element.isContentEditable;
};

const untyped = new Set(["button", "submit", "reset", "image", "hidden", "checkbox", "radio", "file"]);

/// A text on one line, without the space around it, cut to `limit` characters.
const oneLine = (text, limit) => {
  // Cut first: what is cut off is not worth searching for spaces.
  const line = text.slice(0, limit * 4).trim().replace(/\s+/g, " ");
  return line.length > limit ? line.slice(0, limit) : line;
};

const unread = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "TEXTAREA", "SELECT", "OPTION"]);

/// The text inside an element, read only as far as needed; never what a field holds.
const textWithin = (element, limit) => {
  const first = element.firstChild;
  if (!first) return "";
  // One text is what is in most elements.
  if (first.nodeType === Node.TEXT_NODE && !first.nextSibling) return unread.has(element.tagName) ? "" : oneLine(first.data, limit);
  let text = "";
  let visits = 0;
  const walk = (node) => {
    for (let child = node.firstChild; child && text.length < limit * 2 && visits < 200; child = child.nextSibling) {
      visits += 1;
      if (child.nodeType === Node.TEXT_NODE) text += child.data.slice(0, limit * 4);
      else if (child.nodeType === Node.ELEMENT_NODE && !unread.has(child.tagName)) {
        walk(child);
        text += " ";
      }
    }
  };
  if (!unread.has(element.tagName)) walk(element);
  return oneLine(text, limit);
};
