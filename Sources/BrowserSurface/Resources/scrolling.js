// Scrolling by a person, merged: from where it began to where it rests.

let scrollCause = never;
let scroll = null;
/// Where each scroller came to rest last.
let scrollRests = new WeakMap();
/// Whether every scroll since the document began was heard.
let seesAllScrolls = false;
/// Where the scrollers under the pointer stood before the wheel turned.
let scrollStarts = new Map();

const noteScrollCause = (event) => {
  noteScrollStart(event);
  scrollCause = moment(event);
};

/// Where no scroll was missed, what never moved stood at its beginning, and nothing need be read of the layout.
const noteScrollStart = (event) => {
  if (seesAllScrolls || scroll || moment(event) - scrollCause <= 300) return;
  scrollStarts = new Map();
  for (const node of event.composedPath().slice(0, 16)) noteStart(node);
  noteStart(document.scrollingElement);
};

const noteStart = (element) => {
  if (element?.nodeType !== Node.ELEMENT_NODE) return;
  if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) {
    scrollStarts.set(element, { x: element.scrollLeft, y: element.scrollTop });
  }
};

/// Whether a scrollbar was pressed: a press on its scroller, beyond what the scroller shows.
const isByScrollbar = (scroller) => {
  if (!pressed || (pressed.source !== scroller && pressed.source !== document.documentElement)) return false;
  if (scroller === document.scrollingElement) return pressed.x > scroller.clientWidth || pressed.y > scroller.clientHeight;
  const box = scroller.getBoundingClientRect();
  return pressed.x - box.x - scroller.clientLeft > scroller.clientWidth || pressed.y - box.y - scroller.clientTop > scroller.clientHeight;
};

const scrollerOf = (event) => {
  const target = event.composedPath()[0];
  return target === document ? document.scrollingElement : target;
};

const scrolled = (event) => {
  forgetBounds();
  const scroller = scrollerOf(event);
  if (scroll?.scroller === scroller) {
    scroll.time = moment(event);
    return;
  }
  const now = { x: scroller.scrollLeft, y: scroller.scrollTop };
  if (moment(event) - scrollCause > 1000 && !isByScrollbar(scroller)) {
    scrollRests.set(scroller, now);
    return;
  }
  flushScroll();
  // The wheel may have moved it before it was told here; what never moved before stood at its beginning.
  const start = scrollRests.get(scroller) ?? (seesAllScrolls ? { x: 0, y: 0 } : scrollStarts.get(scroller) ?? now);
  scroll = { scroller, start, time: moment(event) };
};

/// A wheel turns in ticks, each of which ends a scroll: it rests when no other follows for a while.
const awaitRest = () => {
  const ended = scroll;
  setTimeout(guarded("scrollend", () => {
    if (scroll !== ended || !ended) return;
    if (moment() - Math.max(scrollCause, ended.time) < scrollPause) awaitRest();
    else flushScroll();
  }), scrollPause);
};

/// Milliseconds.
const scrollPause = 250;

const flushScroll = () => {
  if (!scroll) return;
  const { scroller, start, time } = scroll;
  scroll = null;
  scrollStarts = new Map();
  const x = scroller.scrollLeft - start.x;
  const y = scroller.scrollTop - start.y;
  scrollRests.set(scroller, { x: scroller.scrollLeft, y: scroller.scrollTop });
  if (x === 0 && y === 0) return;
  const described = scroller === document.scrollingElement ? undefined : describe(scroller);
  send({ kind: "scroll", age: Math.max(0, moment() - time), element: described?.element, sketch: described?.sketch, x, y });
};

const watchScrolling = () => {
  scrollRests = new WeakMap();
  seesAllScrolls = document.readyState === "loading";
  listen("wheel", noteScrollCause);
  listen("touchmove", noteScrollCause);
  listen("scroll", scrolled);
  listen("scrollend", awaitRest);
};
