// Where an element stands: what a person would say to point it out.

const surroundingsOf = (element) => {
  const surroundings = { label: labelOf(element), heading: headingOf(element), row: "", column: "" };
  const cell = nearest(element, (other) => other.tagName === "TD" || other.tagName === "TH" || /^(grid)?cell$/.test(other.getAttribute("role")), 12);
  const row = cell && nearest(cell, (other) => other.tagName === "TR" || other.getAttribute("role") === "row", 6);
  if (row) placeInTable(surroundings, cell, row);
  else placeInList(surroundings, element);
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

const placeInList = (surroundings, element) => {
  const item = nearest(element, (other) => other.tagName === "LI" || /^(listitem|treeitem|article)$/.test(other.getAttribute("role")), 12);
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
const labelsOf = (element) => {
  if (!("labels" in element)) return [];
  const around = element.closest("label");
  const labels = around?.control === element ? [around] : [];
  if (!element.id || buttonTypes.test(element.type)) return labels;
  if (!element.form) return [...(element.labels ?? [])];
  const pointing = [...element.form.querySelectorAll(`label[for="${CSS.escape(element.id)}"]`)];
  if (labels.length === 0 && pointing.length === 0) return [...(element.labels ?? [])];
  return [...pointing.filter((label) => label !== around), ...labels];
};

/// The text that labels an element: its label, what it refers to, or the text right before it.
const labelOf = (element) => {
  const label = labelsOf(element)[0];
  if (label) return textWithin(label, 80);
  const reference = element.getAttribute("aria-labelledby");
  if (reference) {
    const referred = element.getRootNode().getElementById?.(reference.split(/\s+/)[0]);
    if (referred) return textWithin(referred, 80);
  }
  if (!("value" in element) || element.tagName === "BUTTON" || element.tagName === "LI") return "";
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

/// The nearest heading above an element, or the legend of its group.
const headingOf = (element) => {
  let visits = 0;
  for (let next = element; next && next !== document.body && visits < 150; next = parentOf(next)) {
    if (next.tagName === "FIELDSET" && next.firstElementChild?.tagName === "LEGEND") return textWithin(next.firstElementChild, 80);
    if (next.tagName === "TABLE" && next.caption) return textWithin(next.caption, 80);
    // Rows and cells are many, and hold no headings.
    if (next.tagName === "TR" || next.tagName === "TD" || next.tagName === "TBODY" || next.tagName === "LI") continue;
    for (let before = next.previousElementSibling; before && visits < 150; before = before.previousElementSibling) {
      visits += 1;
      if (headingTags.test(before.tagName) || before.getAttribute("role") === "heading") return textWithin(before, 80);
      // A heading in a wrapper of its own; one with more around it stands over that.
      const inner = before.tagName === "HEADER" || before.childElementCount === 1 ? before.firstElementChild : null;
      if (inner && headingTags.test(inner.tagName)) return textWithin(inner, 80);
    }
  }
  return "";
};
