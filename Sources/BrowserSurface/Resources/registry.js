// Numbers for elements, so that they can be named from outside for as long as the document lives.
const understudy = globalThis.understudy;

understudy.registry ??= (() => {
  const elements = new Map();
  const numbers = new WeakMap();
  let last = 0;

  return {
    /// The number of an element, the same each time.
    number(element) {
      let number = numbers.get(element);
      if (number === undefined) {
        number = ++last;
        numbers.set(element, number);
        elements.set(number, new WeakRef(element));
      }
      return number;
    },

    /// The element with a number; null once it has left the document.
    element(number) {
      const element = elements.get(number)?.deref();
      if (!element) elements.delete(number);
      return element?.isConnected ? element : null;
    },
  };
})();
