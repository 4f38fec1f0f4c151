// Clicks, double clicks, context clicks and drags.

/// What the pointer went down on: the element as it was before the page could answer.
let pressed = null;

/// The control that a click on its label was reported for: the browser clicks it too.
let labelled = null;

const pointerDown = (event) => {
  if (!event.isPrimary) return;
  const source = innermost(event);
  const path = Path.of(source);
  discoverSecrets(event, path);
  listenInside(event);
  noteScrollStart(event);
  const towards = pathOfMeant(path);
  const target = towards.element;
  endEdits(event, towards);
  discoverDots(target);
  noteValue(target);
  // To find what was hit, the browser has just brought its layout up to date: reading of it is cheap now.
  readBounds(target);
  pressed = {
    target, source, before: describePath(towards), isOfList: towards.steps(isList, 0, 8) >= 0,
    x: event.clientX, y: event.clientY, dragged: false, button: event.button, time: moment(event), isSpent: false,
  };
};

/// For how many milliseconds what stood around a field when it was pressed is taken to stand there still.
const pressHolds = 3000;

/// The field that was pressed to type into it, for the first text after that, where nothing else was done since and it is
/// labelled as it was: to describe it anew, the browser would have to bring its layout up to date at the first key.
const pressedToType = (field, content) => {
  if (pressed?.target !== field || pressed.isSpent || field.tagName === "SELECT" || moment() - pressed.time > pressHolds) return null;
  pressed.isSpent = true;
  const { before } = pressed;
  const path = Path.of(field);
  const { attributes, surroundings } = before.element;
  const isCalledAsBefore = labelOf(path, labelsOf(path)) === surroundings.label &&
    namingAttributes.every((name) => (path.first.attribute(name) || undefined) === attributes[name]);
  return isCalledAsBefore ? renewed(before, path.first, content) : null;
};

/// What besides labels a field is called.
const namingAttributes = ["aria-label", "placeholder", "title"];

const isList = ({ tag }) => tag === "SELECT";

/// The element as it was when the pointer went down on it, or as it is now.
const beforeClick = (target) => (pressed?.target === target ? pressed.before : describe(target));

/// What is meant by what was clicked: the same as when the pointer went down on it.
const meantByClick = (inner) => (pressed?.source === inner && pressed.target.isConnected ? pressed.target : meant(inner));

const clicked = (event) => {
  const inner = innermost(event);
  const target = meantByClick(inner);
  const byKey = event.pointerId === -1 || event.detail === 0;
  if (labelled === target && inner === target) return;
  if (inner !== target && target.labels && !target.contains(inner)) {
    labelled = target;
    setTimeout(() => { labelled = null; });
  }
  // Enter in a field sends its form: the browser clicks the form's default button for it.
  if (byKey && sentByEnter(target)) return;
  if (!byKey && pressed?.dragged) return;
  if (event.detail > 1 && event.detail % 2 === 0) return;
  if (changesItself(target)) {
    awaitChange(target, event, inner);
    return;
  }
  if (pressed?.target === target ? pressed.isOfList : target.closest?.("select")) return;
  if (!byKey && selectsText(event)) return;
  reportClick(event, target, { button: "left", count: 1 }, inner);
};

const reportClick = (event, target, click, inner) => {
  report("click", event, beforeClick(target), { ...click, modifiers: modifiersOf(event), ...pointing(event, target), ...opacity(inner) });
};

const doubleClicked = (event) => {
  const inner = innermost(event);
  const target = meant(inner);
  if (changesItself(target)) return;
  reportClick(event, target, { button: "left", count: 2 }, inner);
};

const contextClicked = (event) => {
  const inner = innermost(event);
  reportClick(event, meant(inner), { button: "right", count: 1 }, inner);
};

const auxClicked = (event) => {
  if (event.button !== 1) return;
  const inner = innermost(event);
  reportClick(event, meant(inner), { button: "middle", count: 1 }, inner);
};

/// A box or radio button, whose change says more than the click on it.
const changesItself = (element) => element.tagName === "INPUT" && setTypes.has(element.type);

const setTypes = new Set(["checkbox", "radio", "range", "file"]);

/// Waits for the change that follows a click on a box; where the page prevents it, the click is what was done.
const awaitChange = (target, event, inner) => {
  if (target.type === "range" || target.type === "file") return;
  // By now the box is set already: what the page prevents is undone afterwards.
  const before = pressed?.target === target ? pressed.before : unchecked(target);
  const details = { button: "left", count: 1, modifiers: modifiersOf(event), ...opacity(inner) };
  const when = moment(event);
  awaited = { target, before, fallBack: guarded("click", () => report("click", when, before, details)) };
  const waiting = awaited;
  setTimeout(() => {
    if (awaited !== waiting) return;
    awaited = null;
    waiting.fallBack();
  });
};

let awaited = null;

const drawn = new Set(["CANVAS", "IMG", "SVG", "VIDEO", "EMBED", "OBJECT"]);

/// Where in the element, where that matters.
const pointing = (event, target) => {
  const isDrawn = drawn.has(target.tagName.toUpperCase()) || target.ownerSVGElement;
  const box = isDrawn && event.detail > 0 ? target.getBoundingClientRect() : null;
  if (!box?.width || !box.height) return {};
  return { position: { x: (event.clientX - box.x) / box.width, y: (event.clientY - box.y) / box.height } };
};

/// Whether what was pointed at may hide what is inside it.
const opacity = (inner) => {
  const tag = inner.tagName;
  if (interactiveTags.has(tag)) return {};
  if (tag === "CANVAS") return { opaque: "canvas" };
  if (inner.shadowRoot) return {};
  return inner.localName.includes("-") || !inner.firstChild ? { opaque: "host" } : {};
};

/// Whether the pointer marked text rather than clicked.
const selectsText = (event) => {
  if (!pressed || Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 4) return false;
  return document.getSelection()?.isCollapsed === false;
};

// MARK: - Drags

/// Beyond this many pixels a press that moves is a drag.
const dragDistance = 10;

const pointerUp = (event) => {
  if (!pressed || pressed.button !== 0 || pressed.native) return;
  if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < dragDistance) return;
  const { target } = pressed;
  if (target.tagName === "INPUT" || target.tagName === "TEXTAREA" || target.isContentEditable) return;
  if (document.getSelection()?.isCollapsed === false) return;
  const onto = document.elementsFromPoint(event.clientX, event.clientY)
    .find((element) => element !== target && !target.contains(element) && element !== indicatorHost);
  if (!onto || onto.contains(target) && event.clientX === pressed.x) return;
  pressed.dragged = true;
  const to = describe(onto);
  report("drag", event, pressed.before, { to: to.element, toSketch: to.sketch, ...opacity(pressed.source) });
};

const dragStarted = (event) => {
  const source = innermost(event);
  if (pressed) pressed.native = true;
  const element = pressed && source.contains(pressed.source) && pressed.target.draggable ? pressed.before : describe(source);
  report("dragStart", event, element);
};

const dropped = (event) => {
  const target = innermost(event);
  const files = filesOf(event.dataTransfer);
  if (files.length > 0) report("upload", event, describe(target), { files });
  else report("drop", event, describe(target));
};

const filesOf = (transfer) => [...(transfer?.files ?? [])].map(fileOf);
const fileOf = (file) => ({ name: file.name, mediaType: file.type, size: file.size });

const watchPointer = () => {
  listen("pointerdown", pointerDown);
  listen("pointerup", pointerUp);
  listen("click", clicked);
  listen("dblclick", doubleClicked);
  listen("contextmenu", contextClicked);
  listen("auxclick", auxClicked);
  listen("dragstart", dragStarted);
  listen("drop", dropped);
};
