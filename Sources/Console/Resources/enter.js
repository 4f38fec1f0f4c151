// Exchanges the token behind the # of the link, which browsers send nowhere, for a session; then it is gone from the
// address and the history.
const token = new URLSearchParams(location.hash.slice(1)).get("t");
history.replaceState(null, "", "/");
if (token) {
  const message = document.getElementById("message");
  message.textContent = "Opening …";
  fetch("/enter", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token }),
  })
    .then((response) => response.json())
    .then((answer) => {
      if (answer.to) location.replace(answer.to);
      else message.textContent = answer.message;
    })
    .catch(() => {
      message.textContent = "The console does not answer. Is `understudy console` still running?";
    });
}
