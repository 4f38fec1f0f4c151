// Says the roles and names of sketches (`sketch.js`), in a page that holds nothing else.

const create = ({ tag, isDrawing }) => {
  try {
    return isDrawing ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  } catch {
    // Pages may hold tags that no script may make.
    return document.createElement("span");
  }
};

const draw = (piece, outer, marked) => {
  if (typeof piece === "string") return outer.append(piece);
  const element = create(piece);
  for (const [name, value] of Object.entries(piece.attributes ?? {})) element.setAttribute(name, value);
  if (piece.style) element.style.cssText = piece.style;
  if (piece.mark !== undefined && piece.mark !== null) marked[piece.mark] = element;
  outer.append(element);
  for (const part of piece.content ?? []) draw(part, element, marked);
  if (element.hasAttribute("list")) outer.append(Object.assign(document.createElement("datalist"), { id: "choices" }));
};

/// The role and name of each marked element of a sketch.
globalThis.say = (sketch) => {
  const sheet = document.body ?? document.documentElement.appendChild(document.createElement("body"));
  sheet.replaceChildren();
  const marked = [];
  for (const piece of sketch) draw(piece, sheet, marked);
  const said = marked.map((element, mark) => (mark === 0 ? identityOf(element) : ancestorIdentityOf(element)));
  sheet.replaceChildren();
  return said;
};
