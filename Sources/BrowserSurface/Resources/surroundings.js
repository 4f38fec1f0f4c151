// Where an element stands: what a person would say to point it out.

const cellRoles = /^(grid)?cell$/;
const isCell = (reading) => reading.tag === "TD" || reading.tag === "TH" || cellRoles.test(reading.role);
const isRow = (reading) => reading.tag === "TR" || reading.role === "row";
const itemRoles = /^(listitem|treeitem|article)$/;
const isItem = (reading) => reading.tag === "LI" || itemRoles.test(reading.role);

const surroundingsOf = (path, labels) => {
  const surroundings = { label: labelOf(path, labels), heading: headingOf(path), row: "", column: "" };
  const cell = path.steps(isCell, 0, 12);
  const row = cell < 0 ? -1 : path.steps(isRow, cell, 6);
  if (row < 0) placeInList(surroundings, path);
  else placeInTable(surroundings, path.at(cell).element, path.at(row).element);
  return surroundings;
};

const placeInTable = (surroundings, cell, row) => {
  const isNative = row.tagName === "TR";
  const cells = isNative ? row.cells : row.querySelectorAll("[role=cell],[role=gridcell],[role=rowheader],[role=columnheader]");
  surroundings.row = cells.length > 0 ? textWithin(cells[0], 80) : "";
  surroundings.columnIndex = isNative && cell.cellIndex !== undefined ? cell.cellIndex : [...cells].indexOf(cell);
  const table = nearest(row, (other) => other.tagName === "TABLE" || /^(table|grid|treegrid)$/.test(other.getAttribute("role")), 6);
  if (!table) return;
  const rows = isNative && table.rows ? table.rows : table.querySelectorAll("[role=row]");
  const header = headerRow(table, rows);
  const headers = header ? (header.cells ?? header.querySelectorAll("[role=columnheader]")) : [];
  const heading = headers[surroundings.columnIndex];
  if (heading) surroundings.column = textWithin(heading, 80);
  const before = header ? indexOfRow(header, rows) + 1 : 0;
  surroundings.rowIndex = Math.max(0, indexOfRow(row, rows) - before);
  surroundings.rowCount = rows.length - before;
};

const indexOfRow = (row, rows) => {
  if (row.rowIndex !== undefined) return row.rowIndex;
  const stated = Number(row.getAttribute("aria-rowindex"));
  return stated > 0 ? stated - 1 : [...rows].indexOf(row);
};

/// The last row of a table's head; without a head, the first row where it holds headers only.
const headerRow = (table, rows) => {
  const head = table.tHead?.rows;
  if (head?.length) return head[head.length - 1];
  const first = rows[0];
  if (!first) return null;
  const cells = first.cells ?? first.children;
  for (const cell of cells) {
    if (cell.tagName !== "TH" && cell.getAttribute("role") !== "columnheader") return null;
  }
  return cells.length > 0 ? first : null;
};

const placeInList = (surroundings, path) => {
  const steps = path.steps(isItem, 0, 12);
  const item = steps < 0 ? null : path.at(steps).element;
  if (!item?.parentElement) return;
  let index = 0;
  let count = 0;
  for (const other of item.parentElement.children) {
    if (other === item) index = count;
    if (other.tagName === item.tagName) count += 1;
    if (count > 2000) break;
  }
  surroundings.row = textWithin(item, 80);
  surroundings.rowIndex = index;
  surroundings.rowCount = count;
};

const buttonTypes = /^(button|submit|reset|image)$/;

/// The labels of a control. To find those that only point to it the browser looks through the whole document: for a field
/// they are looked for in its form; a button, which says itself what it is, has none but one around it.
const labelsOf = (path) => {
  const { first, element } = path;
  if (!labelTags.has(first.tag)) return [];
  const steps = path.steps((reading) => reading.tag === "LABEL" && reading.element.control === element, 1, 40);
  const around = steps < 0 ? null : path.at(steps).element;
  const labels = around ? [around] : [];
  const id = first.attribute("id");
  if (!id || buttonTypes.test(element.type)) return labels;
  if (!element.form) return [...(element.labels ?? [])];
  const pointing = [...element.form.querySelectorAll(`label[for="${CSS.escape(id)}"]`)];
  if (labels.length === 0 && pointing.length === 0) return [...(element.labels ?? [])];
  return [...pointing.filter((label) => label !== around), ...labels];
};

/// What a label can be for.
const labelTags = new Set(["BUTTON", "INPUT", "METER", "OUTPUT", "PROGRESS", "SELECT", "TEXTAREA"]);
/// What may have its label right before it.
const labelledByText = new Set(["INPUT", "METER", "OPTION", "OUTPUT", "PROGRESS", "SELECT", "TEXTAREA"]);

/// The text that labels an element: its label, what it refers to, or the text right before it.
const labelOf = (path, labels) => {
  const { first, element } = path;
  if (labels.length > 0) return textWithin(labels[0], 80);
  const reference = first.attribute("aria-labelledby");
  if (reference) {
    const referred = element.getRootNode().getElementById?.(reference.split(/\s+/)[0]);
    if (referred) return textWithin(referred, 80);
  }
  if (!labelledByText.has(first.tag)) return "";
  let steps = 0;
  for (let next = element; next && steps < 3; next = next.parentElement, steps += 1) {
    for (let before = next.previousSibling; before; before = before.previousSibling) {
      if (before.nodeType === Node.TEXT_NODE && before.data.trim()) return oneLine(before.data, 80);
      if (before.nodeType !== Node.ELEMENT_NODE) continue;
      const text = textWithin(before, 80);
      if (text) return text;
      if (before.querySelector("input,select,textarea,button")) return "";
    }
    if (next.tagName === "TD" || next.tagName === "FORM") break;
  }
  return "";
};

const headingTags = /^H[1-6]$/;

/// Rows and cells are many, and hold no headings.
const headless = new Set(["TR", "TD", "TBODY", "LI"]);

/// The nearest heading above an element, or the legend of its group.
const headingOf = (path) => {
  const { body } = document;
  let visits = 0;
  for (let steps = 0; visits < 150; steps += 1) {
    const next = path.at(steps);
    if (!next || next.element === body) break;
    const { element, tag } = next;
    if (tag === "FIELDSET" && element.firstElementChild?.tagName === "LEGEND") return textWithin(element.firstElementChild, 80);
    if (tag === "TABLE" && element.caption) return textWithin(element.caption, 80);
    if (headless.has(tag)) continue;
    for (let before = element.previousElementSibling; before && visits < 150; before = before.previousElementSibling) {
      visits += 1;
      const { tagName } = before;
      if (headingTags.test(tagName) || before.getAttribute("role") === "heading") return textWithin(before, 80);
      // A heading in a wrapper of its own; one with more around it stands over that.
      const inner = before.firstElementChild;
      const isWrapped = inner && (tagName === "HEADER" || !inner.nextElementSibling);
      if (isWrapped && headingTags.test(inner.tagName)) return textWithin(inner, 80);
    }
  }
  return "";
};
