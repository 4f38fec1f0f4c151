// What is copied and pasted, and the element it came from or went to.

const textLimit = 10000;

/// The text a copy takes, and the element it is taken from.
const selected = (target) => {
  if (target.tagName === "INPUT" || target.tagName === "TEXTAREA") {
    const secret = secretOf(target);
    const text = secret ? withheld(secret) : target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0);
    return { text, element: target };
  }
  const selection = target.getRootNode().getSelection?.() ?? document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const common = range?.commonAncestorContainer;
  let text = selection?.toString() ?? "";
  let element = common?.nodeType === Node.ELEMENT_NODE ? common : common?.parentElement;
  // Three clicks select up to the beginning of the next block: all that is taken is in the first.
  const first = range?.startContainer.parentElement;
  if (first && element !== first && textWithin(first, textLimit).includes(oneLine(text, textLimit))) {
    element = first;
    text = text.trimEnd();
  }
  return { text, element: element ?? target };
};

const taken = (kind) => (event) => {
  const { text, element } = selected(innermost(event));
  if (!text) return;
  report(kind, event, describe(fieldOf(element)), { text: text.slice(0, textLimit) });
};

const pasted = (event) => {
  const field = fieldOf(innermost(event));
  const files = filesOf(event.clipboardData);
  flushEdits();
  noteValue(field);
  const plain = event.clipboardData?.getData("text/plain") ?? "";
  // A spreadsheet copies its cells as a picture too: a field takes the text of them.
  const takesText = plain && (field.tagName === "INPUT" || field.tagName === "TEXTAREA");
  if (files.length > 0 && !takesText) return report("upload", event, describe(field), { files });
  const secret = secretOf(field);
  const text = secret ? withheld(secret) : plain;
  if (text) report("paste", event, describe(field), { text: text.slice(0, textLimit) });
};

const watchClipboard = () => {
  listen("copy", taken("copy"));
  listen("cut", taken("cut"));
  listen("paste", pasted);
};
