// What is typed, chosen, set and uploaded. Typing is held until it rests on something else: another action, another
// field, Enter, or the document's end.

/// The fields that were typed in and not yet reported.
const edits = new Map();

/// What a field held before the next change of it.
const lastContents = new WeakMap();

/// The field that an event is in: the whole of an editable text, not the paragraph inside it.
const fieldOf = (element) => (element.isContentEditable ? nearest(element, isEditingHost) ?? element : element);

const noteValue = (element) => {
  if (!element || secretOf(element)) return;
  if (element.tagName === "SELECT" || isField(element)) lastContents.set(fieldOf(element), contentOf(fieldOf(element)));
};

const focusEntered = (event) => {
  listenInside(event);
  const target = innermost(event);
  if (target?.nodeType !== Node.ELEMENT_NODE) return;
  noteValue(target);
  readBoundsAhead(fieldOf(target));
};

const beforeTyping = (event) => {
  const field = fieldOf(innermost(event));
  if (!edits.has(field) && isField(field)) hold(field);
};

/// Keeps a field as it was before it is typed in.
const hold = (field) => {
  const kept = lastContents.has(field) ? lastContents.get(field) : "defaultValue" in field ? field.defaultValue : undefined;
  edits.set(field, { before: describe(field, kept), isChanged: false, time: moment(), was: field.value, text: field.value });
  return edits.get(field);
};

const typed = (event) => {
  const inner = innermost(event);
  const field = fieldOf(inner);
  if (field.tagName === "SELECT") return chosen(event, field);
  if (field.tagName === "INPUT") {
    if (field.type === "checkbox" || field.type === "radio") return checked(event, field);
    if (field.type === "file") return uploaded(event, field);
  }
  if (!isField(field)) return;
  // Text that was pasted, cut or dropped is reported as that.
  if (/^(insertFromPaste|insertFromDrop|deleteByCut|deleteByDrag)/.test(event.inputType ?? "") && !edits.get(field)?.isChanged) {
    edits.delete(field);
    noteValue(field);
    return;
  }
  const edit = edits.get(field) ?? hold(field);
  edit.isChanged = true;
  edit.time = moment(event);
  const secret = secretOf(field);
  // Asked once: it brings the page's style up to date.
  edit.isDrawnAsDots ??= isDrawnAsDots(field);
  if (!secret && edit.isDrawnAsDots) keepSecret(field, "password");
  if (secretOf(field)) send({ kind: "unsafe" });
  else if (!field.isContentEditable) edit.text = field.value;
};

/// Whether a script of the page took the keys and changed the field in their stead.
const isChangedByPage = (field, edit) => !edit.isChanged && "value" in field && field.value !== edit.was;

/// Reports what was typed.
const flushEdits = () => {
  for (const [field, edit] of edits) {
    edits.delete(field);
    if (isChangedByPage(field, edit)) edit.text = field.value;
    else if (!edit.isChanged) continue;
    const secret = secretOf(field);
    if (secret) {
      delete edit.before.value;
      if (!edit.before.states.includes("secret")) edit.before.states.push("secret");
    }
    const age = Math.max(0, moment() - edit.time);
    lastReport = moment();
    if (field.tagName === "SELECT") {
      send({ kind: "select", age, element: edit.before, labels: edit.labels });
    } else {
      const text = secret ? withheld(secret) : field.isContentEditable ? contentOf(field) : edit.text;
      send({ kind: "fill", age, element: edit.before, text: text.slice(0, 10000) });
    }
    noteValue(field);
  }
};

/// A choice from a list. By keys it passes over other choices on its way, so it is held like typing.
const chosen = (event, list) => {
  const labels = [...list.selectedOptions].map((option) => oneLine(option.label, 200));
  const byKeys = moment(event) - lastKey < 1000;
  const edit = edits.get(list) ?? hold(list);
  Object.assign(edit, { isChanged: true, time: moment(event), labels });
  if (!byKeys && pressed?.target === list) edit.before = pressed.before;
  if (!byKeys) flushEdits();
};

const checked = (event, box) => {
  const before = awaited?.target === box ? awaited.before : unchecked(box);
  awaited = null;
  report("check", event, before, { on: box.checked });
};

/// A box as it was before it changed just now.
const unchecked = (box) => {
  const before = describe(box);
  before.states = before.states.filter((state) => state !== "checked");
  if (!box.checked) before.states.push("checked");
  return before;
};

const uploaded = (event, field) => {
  const files = [...field.files].map(fileOf);
  report("upload", event, describe(field, ""), { files });
};

const watchEdits = () => {
  listen("focusin", focusEntered);
  listen("focusout", () => flushEdits());
  listen("beforeinput", beforeTyping);
  listen("input", typed);
};
