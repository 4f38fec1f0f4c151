// What leaves the page: one message for each thing a person did, through a binding that only this world has.

/// Milliseconds spent in this world's handlers since the last message: what recording costs the page.
let spent = 0;
let depth = 0;

/// Wraps a callback so that it can neither break the page nor go uncounted.
const guarded = (what, callback) => (...values) => {
  const start = performance.now();
  depth += 1;
  try {
    return callback(...values);
  } catch (error) {
    trouble(what, error);
  } finally {
    depth -= 1;
    // The time of a callback inside another one is counted with the outer one's.
    if (depth === 0) spent += performance.now() - start;
  }
};

const troubles = new Set();

/// Says once that something here has failed; never with what was on the page.
const trouble = (what, error) => {
  if (troubles.has(what)) return;
  troubles.add(what);
  send({ kind: "trouble", reason: `${what}: ${error?.name ?? "error"}` });
};

/// Whether this is the document of a whole tab.
const isOutermost = window === top;

const send = (message) => {
  if (settings.state !== "recording") return;
  if (awaitsFrame) {
    // Nothing is told of a page that does not show that it is recorded.
    showAwaited();
    if (awaitsFrame || !listening) return;
  }
  message.age ??= 0;
  message.url = document.URL;
  if (isOutermost) message.title = oneLine(document.title, 200);
  message.safe = !showsSecret();
  if (settings.frames) message.embeds = embedsSeen();
  message.cost = spent;
  spent = 0;
  globalThis[settings.binding]?.(scrubbed(message));
};

/// The embedded documents of this one, looked for once a second: that takes a look through all of it.
let embedded = { time: never, all: [] };

const embedsHere = () => {
  if (moment() - embedded.time > 1000) {
    embedded = { time: moment(), all: [...document.querySelectorAll("iframe, frame, fencedframe, embed, object")] };
  }
  return embedded.all;
};

const isSeen = (element) => {
  const box = element.getBoundingClientRect();
  return box.width > 2 && box.height > 2 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
};

/// What of other documents may be seen here: a picture of the page would show it.
const embedsSeen = () => {
  // A document that is embedded has a window.
  if (window.length === 0) return "none";
  const seen = embedsHere().filter(isSeen);
  if (seen.length === 0) return "none";
  return seen.some((element) => /^(EMBED|OBJECT)$/.test(element.tagName)) ? "objects" : "frames";
};

/// Reports something a person did to an element, after all that came before it.
///
/// `event` tells when it happened; `described` is the element with its sketch, `details` what `kind` needs.
const report = (kind, event, described, details) => {
  flushEdits();
  flushScroll();
  if (pressed && kind !== "click") pressed.isSpent = true;
  const now = moment();
  const when = typeof event === "number" ? event : event ? moment(event) : now;
  lastReport = now;
  send({ kind, age: Math.max(0, now - when), element: described?.element, sketch: described?.sketch, ...details });
};

/// When something was reported last: what follows it closely was caused by it.
let lastReport = never;

/// Ends all listening inside the document at once; null where it is not recorded.
let listening = null;

/// What is done at each event of the window while the document is recorded.
const heard = new Map();

/// Takes its place before the page's own listeners, which may keep an event from all that come after them: recording may
/// begin long after the page.
const takePlaces = () => {
  for (const type of [
    "pointerdown", "pointerup", "click", "dblclick", "contextmenu", "auxclick", "dragstart", "drop", "focusin", "focusout",
    "beforeinput", "input", "keydown", "copy", "cut", "paste", "wheel", "touchmove", "scroll", "scrollend", "submit",
    "visibilitychange", "pageshow", "pagehide", "beforeunload", "DOMContentLoaded",
  ]) takePlace(type);
};

const takePlace = (type) => {
  const acts = [];
  heard.set(type, acts);
  addEventListener(type, (event) => { if (event.isTrusted) for (const act of acts) act(event); }, { capture: true, passive: true });
  return acts;
};

/// Calls `handler` for every trusted event of this type, before any script of the page sees it.
const listen = (type, handler, target = window) => {
  const act = guarded(type, handler);
  if (target === window) (heard.get(type) ?? takePlace(type)).push(act);
  else target.addEventListener(type, (event) => { if (event.isTrusted) act(event); }, { capture: true, passive: true, signal: listening.signal });
};

const stopListening = () => {
  listening?.abort();
  listening = null;
  for (const acts of heard.values()) acts.length = 0;
};

let heardRoots = new WeakSet();

/// Listens for the events that do not leave a shadow root, in those an event went through.
const listenInside = (event) => {
  if (!event.target?.shadowRoot) return;
  for (const node of event.composedPath()) {
    if (!(node instanceof ShadowRoot) || heardRoots.has(node)) continue;
    heardRoots.add(node);
    listen("submit", submitted, node);
    listen("scroll", scrolled, node);
    watchSecretsIn(node);
  }
};

const modifiersOf = (event) => {
  const modifiers = [];
  if (event.altKey) modifiers.push("Alt");
  if (event.ctrlKey) modifiers.push("Control");
  if (event.metaKey) modifiers.push("Meta");
  if (event.shiftKey) modifiers.push("Shift");
  return modifiers;
};
