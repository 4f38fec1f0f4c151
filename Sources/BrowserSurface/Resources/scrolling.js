// Scrolling by a person, merged: from where it began to where it rests.

let scrollCause = 0;
let scroll = null;
/// Where each scroller came to rest last.
const scrollRests = new WeakMap();
/// Where the scrollers under the pointer stood before the wheel turned.
let scrollStarts = new Map();

const noteScrollCause = (event) => {
  if (!scroll && moment(event) - scrollCause > 300) {
    scrollStarts = new Map();
    for (const node of event.composedPath().slice(0, 16)) noteStart(node);
    noteStart(document.scrollingElement);
  }
  scrollCause = moment(event);
};

const noteStart = (element) => {
  if (element?.nodeType !== Node.ELEMENT_NODE) return;
  if (element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth) {
    scrollStarts.set(element, { x: element.scrollLeft, y: element.scrollTop });
  }
};

/// A press on a scrollbar is a press on its scroller, beyond what the scroller shows.
const noteScrollbar = (event) => {
  const target = innermost(event);
  if (event.offsetX > target.clientWidth || event.offsetY > target.clientHeight || target === document.documentElement) noteScrollCause(event);
};

const scrollerOf = (event) => {
  const target = event.composedPath()[0];
  return target === document ? document.scrollingElement : target;
};

const scrolled = (event) => {
  const scroller = scrollerOf(event);
  if (scroll?.scroller === scroller) {
    scroll.time = moment(event);
    return;
  }
  const now = { x: scroller.scrollLeft, y: scroller.scrollTop };
  if (moment(event) - scrollCause > 1000) {
    scrollRests.set(scroller, now);
    return;
  }
  flushScroll();
  let start = scrollRests.get(scroller) ?? scrollStarts.get(scroller) ?? now;
  // The wheel may have moved it before it was told here: what never moved before stood at its beginning.
  if (start.x === now.x && start.y === now.y) start = scrollRests.get(scroller) ?? { x: 0, y: 0 };
  scroll = { scroller, start, time: moment(event) };
};

const flushScroll = () => {
  if (!scroll) return;
  const { scroller, start, time } = scroll;
  scroll = null;
  scrollStarts = new Map();
  const x = scroller.scrollLeft - start.x;
  const y = scroller.scrollTop - start.y;
  scrollRests.set(scroller, { x: scroller.scrollLeft, y: scroller.scrollTop });
  if (x === 0 && y === 0) return;
  const element = scroller === document.scrollingElement ? undefined : describe(scroller);
  send({ kind: "scroll", age: Math.max(0, moment() - time), element, x, y });
};

const watchScrolling = () => {
  listen("wheel", noteScrollCause);
  listen("touchmove", noteScrollCause);
  listen("scroll", scrolled);
  listen("scrollend", () => flushScroll());
};
