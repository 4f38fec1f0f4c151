// What happens to the document as a whole: it is sent, shown, and left.

function submitted(event) {
  const form = innermost(event);
  // A form that is sent by a script long after anything was done is not a person's act.
  const isCaused = moment(event) - lastReport < 1000 || awaited !== null;
  if (isCaused) report("submitted", event);
  else if (navigator.userActivation?.isActive) report("submit", event, describe(form));
}

const shown = () => {
  if (document.visibilityState === "visible" && window === top) report("shown");
};

const left = () => {
  if (awaited) {
    const waiting = awaited;
    awaited = null;
    waiting.fallBack();
  }
  flushEdits();
  flushScroll();
};

/// Whether the page's own scripts may have been there first: a tab that the browser opens at an address by itself is
/// told of when it is loading already.
const beganUnwatched = document.scripts.length > 0;

const watchPage = () => {
  if (window === top) {
    if (beganUnwatched) send({ kind: "late" });
    if (document.readyState === "loading") listen("DOMContentLoaded", () => send({ kind: "ready" }));
    else send({ kind: "ready" });
    listen("pageshow", (event) => { if (event.persisted) send({ kind: "ready" }); });
  }
  listen("submit", submitted);
  listen("visibilitychange", shown);
  // Nothing that is sent in `pagehide` arrives: what is held is sent before.
  listen("beforeunload", left);
  listen("pagehide", left);
};
