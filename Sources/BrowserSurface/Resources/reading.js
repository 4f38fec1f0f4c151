// Elements as they are read for one description: each once, however many questions are asked of it. Right after the
// page has drawn itself neither the elements nor the code that reads them are in the processor's caches.

const noNames = [];

/// What an element says of itself. It holds for as long as no script of the page has run.
class Reading {
  constructor(element) {
    this.element = element;
    this.tag = element.tagName;
    this.known = null;
    this.isHost = null;
    this.values = null;
  }

  /// The names of all its attributes.
  get names() {
    return (this.known ??= this.element.hasAttributes() ? this.element.getAttributeNames() : noNames);
  }

  has(name) {
    return this.names.includes(name);
  }

  /// The value of an attribute; null where there is none.
  attribute(name) {
    const place = this.names.indexOf(name);
    return place < 0 ? null : this.valueAt(place);
  }

  valueAt(place) {
    this.values ??= [];
    return (this.values[place] ??= this.element.getAttribute(this.names[place]));
  }

  get role() {
    return this.attribute("role");
  }
}

/// What besides elements of a page's own may have a shadow root.
const hostTags = new Set([
  "ARTICLE", "ASIDE", "BLOCKQUOTE", "BODY", "DIV", "FOOTER", "H1", "H2", "H3", "H4", "H5", "H6", "HEADER", "MAIN", "NAV", "P",
  "SECTION", "SPAN",
]);

const isHost = (reading) => (reading.isHost ??= mayHost(reading.tag) && reading.element.shadowRoot !== null);
const mayHost = (tag) => hostTags.has(tag) || tag.includes("-");

/// An element and those around it, nearest first, through shadow roots: each is found when it is asked for.
class Path {
  constructor(first) {
    this.readings = [first];
  }

  static of(element) {
    return new Path(new Reading(element));
  }

  get element() {
    return this.readings[0].element;
  }

  get first() {
    return this.readings[0];
  }

  /// The reading so many steps out; null beyond the document.
  at(steps) {
    const { readings } = this;
    while (readings.length <= steps) {
      const last = readings[readings.length - 1];
      if (!last) return null;
      readings.push(Path.around(last));
    }
    return readings[steps];
  }

  /// What is around an element: where it is shown, if it was put into a slot.
  static around({ element }) {
    const parent = element.parentElement;
    if (!parent) {
      const root = element.parentNode;
      return root instanceof ShadowRoot ? new Reading(root.host) : null;
    }
    const reading = new Reading(parent);
    const slot = isHost(reading) ? element.assignedSlot : null;
    return slot ? new Reading(slot) : reading;
  }

  /// The steps to the nearest element for which `matches` holds, looking at `limit` elements from `first` on; -1 for none.
  steps(matches, first, limit) {
    for (let steps = first; steps < first + limit; steps += 1) {
      const reading = this.at(steps);
      if (!reading) return -1;
      if (matches(reading)) return steps;
    }
    return -1;
  }

  /// The same from an element further out.
  from(steps) {
    const path = new Path(this.at(steps));
    path.readings.push(...this.readings.slice(steps + 1));
    return path;
  }

  /// What was read of an element, of those around or of any other.
  reading(element) {
    return this.readings.find((reading) => reading?.element === element) ?? new Reading(element);
  }
}
