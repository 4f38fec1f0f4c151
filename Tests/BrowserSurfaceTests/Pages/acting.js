// A page that makes acting hard: things move, are covered, come late, are replaced.
window.noticed = [];
const byID = (id) => document.getElementById(id);

addEventListener("click", (event) => {
  const button = event.composedPath().find((node) => node.localName === "button");
  if (button) noticed.push(button.id);
});

/// What was meant for the trapped button falls on what comes over it as soon as the pointer is there.
byID("trapped").addEventListener("pointermove", () => {
  if (byID("lid")) return;
  byID("trap").insertAdjacentHTML(
    "beforeend", '<button id="lid" style="position: absolute; width: 200px; height: 30px">Pay</button>');
});

byID("phone").addEventListener("input", (event) => {
  const digits = event.target.value.replace(/\D/g, "").slice(0, 10);
  event.target.value = digits.length > 3 ? `(${digits.slice(0, 3)}) ${digits.slice(3)}` : digits;
});

byID("combo").addEventListener("click", () => {
  byID("list").hidden = false;
});
byID("list").addEventListener("click", (event) => {
  byID("combo").textContent = event.target.textContent;
  byID("list").hidden = true;
});
byID("chooser").addEventListener("click", () => byID("file").click());
byID("slow").addEventListener("click", async () => {
  await fetch("frame.html");
  byID("slow").textContent = "Done";
});
