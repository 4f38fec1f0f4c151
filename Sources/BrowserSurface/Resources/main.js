// Starts what was asked for, in the documents it was asked for.

const isGranted = () => {
  const outer = location.ancestorOrigins;
  return isNamed(window.origin) && (outer.length === 0 || isNamed(outer[outer.length - 1]));
};

/// Whether an origin is among those that may be watched; `null`, the origin of what belongs to nobody, never is.
const isNamed = (origin) => {
  if (!/^https?:/.test(origin)) return false;
  const { protocol, hostname, port } = new URL(origin);
  return settings.origins.some((named) =>
    named.schemes.includes(protocol.slice(0, -1)) &&
    (named.isBelowHost ? hostname.endsWith(`.${named.host}`) : hostname === named.host) &&
    (named.port === "*" || named.port === port));
};

/// Takes new settings: begins, pauses or ends the recording of this document. False where it cannot be shown that
/// it is recorded, and so is not.
const apply = (next) => {
  // What was done while nothing was recorded is not told of afterwards either.
  if (settings.state !== "recording" || next.state !== "recording") drop();
  settings = next;
  if (!isGranted() || settings.state === "stopped") {
    stop();
    return true;
  }
  if (!showIndicator()) {
    stopHere(unshown);
    return false;
  }
  if (!listening) start();
  return true;
};

const start = () => {
  listening = new AbortController();
  heardRoots = new WeakSet();
  watchSecrets();
  watchPointer();
  watchEdits();
  watchKeys();
  watchClipboard();
  watchScrolling();
  watchPage();
  if (settings.frames && isOutermost) watchChanges();
};

const stop = () => {
  stopListening();
  changes?.disconnect();
  changes = null;
  secretWatch?.disconnect();
  secretWatch = null;
  indicatorWatch?.disconnect();
  indicatorHost?.remove();
  indicatorHost = null;
  awaitsFrame = false;
};

/// Forgets whatever is held and not yet reported.
const drop = () => {
  edits.clear();
  awaited = null;
  scroll = null;
  pressed = null;
};

/// What the other scripts of this world, and Swift, may call.
globalThis.understudy = {
  apply, confirm, describe, describeNamed, drawnTexts, isIndicatorShown, isInteractive, meant, parentOf, secretOf,
  textWithin,
};
if (isGranted()) takePlaces();
apply(next);
