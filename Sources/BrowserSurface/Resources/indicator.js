// What says to the person that this page is being recorded: an edge around it, above everything the page draws, that
// lets every click through and comes back when the page takes it away.

let indicatorHost = null;
let indicatorWatch = null;
let restorations = [];

const edgeStyle = (colour) => `
  all: initial !important; display: block !important; position: fixed !important; inset: 0 !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important;
  box-sizing: border-box !important; border: 3px solid ${colour} !important; background: transparent !important;
  pointer-events: none !important; z-index: 2147483647 !important; opacity: 1 !important; visibility: visible !important;
  overflow: visible !important; transform: none !important; filter: none !important; clip-path: none !important;`;

const badgeStyle = ({ colour, mark }) => `
  position: absolute; right: 12px; bottom: 0; padding: 1px 8px 1px 22px; border-radius: 4px 4px 0 0; color: white;
  background: ${mark}, ${colour}; font: 11px/16px sans-serif; opacity: 0.9;`;

/// A disc, or two bars. As letters they are in few fonts: a page would wait for another one.
const looks = {
  recording: {
    colour: "#c5221f", text: "Understudy is recording",
    mark: "radial-gradient(circle at 13px 9px, white 3.5px, transparent 4.5px)",
  },
  paused: {
    colour: "#b06000", text: "Understudy is paused",
    mark: "linear-gradient(white, white) 9px 5px / 3px 8px no-repeat, linear-gradient(white, white) 14px 5px / 3px 8px no-repeat",
  },
};

/// Whether it comes with the document's first frame.
let awaitsFrame = false;

/// Shows what `settings.state` says; false where this document cannot show it.
const showIndicator = () => {
  indicatorWatch?.disconnect();
  indicatorHost?.remove();
  indicatorHost = null;
  awaitsFrame = false;
  if (window !== top || settings.state === "stopped") return true;
  if (!document.documentElement) return awaitDocument();
  if (!(document.documentElement instanceof HTMLHtmlElement)) return false;
  const look = looks[settings.state];
  const host = document.createElement("div");
  host.setAttribute("aria-hidden", "true");
  host.setAttribute("popover", "manual");
  host.setAttribute("style", edgeStyle(look.colour));
  const badge = document.createElement("div");
  badge.setAttribute("style", badgeStyle(look));
  badge.textContent = look.text;
  host.attachShadow({ mode: "closed" }).append(badge);
  indicatorHost = host;
  indicatorWatch = new MutationObserver(guarded("indicator", restoreIndicator));
  attachIndicator();
  return isIndicatorShown();
};

/// The scripts are there before the document's first element is. Nothing is drawn before the first frame, and with that the
/// indicator comes: earlier it would be laid out again with each part of the document that arrives.
const awaitDocument = () => {
  awaitsFrame = true;
  requestAnimationFrame(guarded("indicator", showAwaited));
  return true;
};

const showAwaited = () => {
  if (!awaitsFrame) return;
  if (!document.documentElement) requestAnimationFrame(guarded("indicator", showAwaited));
  else if (!showIndicator()) stopHere(unshown);
};

const unshown = "The recording indicator cannot be shown on this page, so it is not recorded.";

const attachIndicator = () => {
  document.documentElement.append(indicatorHost);
  if (!indicatorHost.matches(":popover-open")) indicatorHost.showPopover();
  indicatorWatch.disconnect();
  // Only the children of the root are watched: what changes inside the page costs nothing.
  indicatorWatch.observe(document.documentElement, { childList: true });
  indicatorWatch.observe(document, { childList: true });
  indicatorWatch.observe(indicatorHost, { attributes: true });
};

const isIndicatorShown = () =>
  indicatorHost?.isConnected === true && indicatorHost.matches(":popover-open") &&
  indicatorHost.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/// Puts the indicator back. A page that takes it away again and again is not recorded.
const restoreIndicator = () => {
  if (!indicatorHost || !document.documentElement) return;
  const { colour } = looks[settings.state] ?? {};
  if (!colour) return;
  const style = edgeStyle(colour);
  if (isIndicatorShown() && indicatorHost.getAttribute("style") === style && indicatorHost.getAttribute("aria-hidden") === "true") return;
  const now = moment();
  restorations = restorations.filter((time) => now - time < 1000);
  restorations.push(now);
  if (restorations.length > 20) return stopHere(unshown);
  indicatorWatch.disconnect();
  indicatorHost.setAttribute("style", style);
  indicatorHost.setAttribute("aria-hidden", "true");
  indicatorHost.setAttribute("popover", "manual");
  attachIndicator();
  if (!isIndicatorShown()) stopHere(unshown);
};

/// Looks whether the indicator is there and puts it back where it is not; false where that fails.
const confirm = () => {
  if (!listening || window !== top || !document.documentElement) return true;
  // What is in the background has no frames.
  showAwaited();
  restoreIndicator();
  return isIndicatorShown();
};

/// Ends the recording of this document, and says why.
const stopHere = (reason) => {
  send({ kind: "hidden", reason });
  stopListening();
  changes?.disconnect();
  changes = null;
  indicatorWatch?.disconnect();
};
