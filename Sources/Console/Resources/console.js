// Sends forms as JSON, follows live changes, and nothing else. All text gets onto the page as text.
const meta = (name) => document.querySelector(`meta[name="understudy-${name}"]`).content;
const message = document.getElementById("message");

function say(text) {
  message.textContent = text;
  message.hidden = !text;
}

function words(form) {
  const words = {};
  for (const [name, value] of new FormData(form)) {
    words[name] = name in words ? `${words[name]},${value}` : value;
  }
  return words;
}

async function send(form) {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  say("");
  try {
    const response = await fetch(form.dataset.action, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Understudy": meta("token") },
      body: JSON.stringify(words(form)),
    });
    const answer = await response.json().catch(() => ({ message: `It was refused (${response.status}).` }));
    if (answer.to) location.assign(answer.to);
    else say(answer.message);
  } catch {
    say("The console does not answer. Is `understudy console` still running?");
  } finally {
    button.disabled = false;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.dataset.action) send(form);
  else if (form.dataset.search) {
    const query = [...new FormData(form)].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    location.assign(`${form.dataset.search}?${query.join("&")}`);
  }
});

// Unused for so long it is locked; what is shown goes then as well.
setTimeout(() => location.reload(), 1000 * (Number(meta("idle")) + 1));

if (document.querySelector("[data-live], [data-waits], [data-runs], #state")) {
  const state = document.getElementById("state");
  const before = state?.textContent;
  const live = new EventSource(`${meta("root")}/live`);
  live.onmessage = ({ data }) => {
    const words = JSON.parse(data);
    for (const place of document.querySelectorAll("[data-live]")) {
      const text = words[place.dataset.live];
      if (text && place.textContent !== text) place.textContent = text;
    }
    // Other buttons and figures are wanted.
    if (state && words.state !== before) location.reload();
    const runs = document.querySelector("[data-runs]");
    if (runs && runs.dataset.runs !== words.runs) location.reload();
    if (words.work === "done" && document.querySelector("[data-waits]")) location.reload();
  };
  // It was locked or left: what is shown is no longer to be seen.
  live.onerror = () => {
    if (live.readyState === EventSource.CLOSED) location.reload();
  };
  addEventListener("pagehide", () => live.close());
}
