// What is typed, chosen, set and uploaded. Typing is held until it rests on something else: another action, another
// field, Enter, or the document's end.

/// The fields that were typed in and not yet reported.
const edits = new Map();

/// What a field held before the next change of it.
const lastContents = new WeakMap();

/// The field that an event is in: the whole of an editable text, not the paragraph inside it.
const fieldOf = (element) => {
  const tag = element.tagName;
  if (tag === "INPUT" || tag === "TEXTAREA" || tag === "SELECT" || !element.isContentEditable) return element;
  return nearest(element, isEditingHost) ?? element;
};

const noteValue = (element) => {
  if (!element) return;
  if (element.tagName !== "SELECT" && !isField(element) || secretOf(element)) return;
  const field = fieldOf(element);
  lastContents.set(field, contentOf(field));
};

const focusEntered = (event) => {
  listenInside(event);
  const target = innermost(event);
  if (target?.nodeType !== Node.ELEMENT_NODE) return;
  // What was pressed was looked at then.
  if (pressed?.target !== target) discoverDots(target);
  noteValue(target);
  if (!knownBounds.has(target)) readBoundsAhead(fieldOf(target));
};

const beforeTyping = (event) => {
  if (edits.has(event.target)) return;
  const field = fieldOf(innermost(event));
  if (!edits.has(field) && isField(field)) hold(field);
};

/// Keeps a field as it was before it is typed in.
const hold = (field) => {
  const kept = lastContents.has(field) ? lastContents.get(field) : "defaultValue" in field ? field.defaultValue : undefined;
  const text = field.value;
  const edit = {
    before: pressedToType(field, kept) ?? describe(field, kept),
    isChanged: false, isText: field.tagName !== "SELECT", time: moment(), was: text, text,
  };
  edits.set(field, edit);
  return edit;
};

const typed = (event) => {
  const known = edits.get(event.target);
  if (known?.isText && known.isChanged) return typedOn(event, event.target, known);
  const field = fieldOf(innermost(event));
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
  // Asked once: it brings the page's style up to date. What the field says of itself from now on is watched.
  discoverDots(field);
  edit.isEditable = field.isContentEditable;
  typedOn(event, field, edit);
};

/// Notes that there is more text; whose it is and what it is in are told when it is whole.
const typedOn = (event, field, edit) => {
  edit.time = moment(event);
  edit.isComposing = event.isComposing;
  if (secretElements.has(field)) send({ kind: "unsafe" });
  else if (!edit.isEditable) edit.text = field.value;
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
    const { element, sketch } = edit.before;
    if (secret) {
      delete element.value;
      delete element.attributes.text;
      if (!element.states.includes("secret")) element.states.push("secret");
    }
    const age = Math.max(0, moment() - edit.time);
    lastReport = moment();
    if (field.tagName === "SELECT") {
      send({ kind: "select", age, element, sketch, labels: edit.labels });
    } else {
      const text = secret ? withheld(secret) : field.isContentEditable ? contentOf(field) : edit.text;
      send({ kind: "fill", age, element, sketch, text: text.slice(0, 10000) });
    }
    noteValue(field);
  }
};

/// Reports what was typed once another control is pressed with the mouse. A finger may only scroll; a scrollbar is no control;
/// and what an input method still composes is put into the field after the press.
const endEdits = (event, towards) => {
  if (edits.size === 0 || event.pointerType !== "mouse" || !isControl(towards.first) || edits.has(fieldOf(towards.element))) return;
  for (const edit of edits.values()) if (edit.isComposing) return;
  flushEdits();
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
  before.element.states = before.element.states.filter((state) => state !== "checked");
  if (!box.checked) before.element.states.push("checked");
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
