// What the page noticed, in order: the same work leaves the same marks.
window.noticed = [];
const notice = (text) => noticed.push(text);
const byID = (id) => document.getElementById(id);

const host = byID("host");
if (host) host.attachShadow({ mode: "open" }).innerHTML = '<button id="shadowed">Shadowed</button>';

for (const kind of ["click", "dblclick", "contextmenu"]) {
  addEventListener(kind, (event) => {
    const button = event.composedPath().find((node) => node.localName === "button");
    if (button && event.isTrusted) notice(`${kind} ${button.id}`);
    if (kind === "contextmenu") event.preventDefault();
  });
}
for (const kind of ["copy", "cut"]) addEventListener(kind, () => notice(`${kind} ${String(getSelection()).trim()}`));
addEventListener("paste", (event) => notice(`paste ${event.clipboardData.getData("text").trim()}`));
addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "s") {
    event.preventDefault();
    notice("save");
  }
});

byID("card")?.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", "card"));
byID("basket")?.addEventListener("dragover", (event) => event.preventDefault());
byID("basket")?.addEventListener("drop", (event) => {
  event.preventDefault();
  notice(`drop ${event.dataTransfer.getData("text/plain")}`);
});
byID("knob")?.addEventListener("mousedown", (event) => event.preventDefault());
byID("knob")?.addEventListener("pointerdown", (event) => event.target.setPointerCapture(event.pointerId));
byID("knob")?.addEventListener("pointerup", (event) => {
  const box = byID("basket").getBoundingClientRect();
  const isOver = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
  notice(isOver ? "knob over basket" : "knob elsewhere");
});
byID("ask")?.addEventListener("click", () => notice(`asked ${confirm("Sure?")}`));
byID("name")?.addEventListener("click", () => notice(`named ${prompt("Who?")}`));

/// Everything that work leaves behind.
window.remains = () => {
  const fields = {};
  for (const field of document.querySelectorAll("input, select, textarea, [contenteditable]")) {
    fields[field.id] =
      field.type === "checkbox" || field.type === "radio" ? field.checked
      : field.type === "file" ? [...field.files].map((file) => file.name)
      : field.localName === "select" ? [...field.selectedOptions].map((option) => option.label)
      : (field.value ?? field.innerText);
  }
  const within = document.getElementById("frame")?.contentWindow?.noticed ?? [];
  return JSON.stringify({
    path: location.pathname + location.search, fields, noticed, within, scrolled: (byID("scroller")?.scrollTop ?? 0) > 0,
  });
};
