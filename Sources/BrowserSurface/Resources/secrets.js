// Which fields hold secrets. Their values never leave the page.

/// Every element that was found to hold a secret, and what kind. An element stays in it for good: a password that
/// is shown by a "show password" button is still a password.
const secretElements = new WeakMap();

/// The elements of the document that hold a secret a person typed, to look for their values in what is reported.
const typedSecrets = new Set();

/// The ids and names that a secret had: a page that draws its form anew makes other elements for the same field.
const secretKeys = new Map();

const keysOf = (element) => [element.id, element.getAttribute("name")].filter(Boolean);

/// The kind of secret that an element says of itself, now.
const declaredSecret = (element) =>
  (element.tagName === "INPUT" && secretOfType(element.type)) || secretOfPurpose(element.getAttribute("autocomplete"));

const secretOfType = (type) => {
  const named = type?.toLowerCase();
  return named === "password" || named === "hidden" ? named : null;
};

const secretOfPurpose = (autocomplete) => {
  if (!autocomplete) return null;
  for (const token of autocomplete.toLowerCase().split(/\s+/)) {
    if (token.startsWith("cc-")) return "card";
    if (token.endsWith("-password")) return "password";
    if (token === "one-time-code") return "code";
  }
  return null;
};

/// The kind of secret that an element holds or has ever held; null for none.
const secretOf = (element) => {
  const known = secretElements.get(element);
  if (known) return known;
  if (!("value" in element)) return null;
  let kind = declaredSecret(element);
  if (!kind && secretKeys.size > 0) {
    kind = keysOf(element).map((key) => secretKeys.get(key)).find(Boolean) ?? null;
  }
  if (!kind) return null;
  keepSecret(element, kind);
  return kind;
};

/// Once a secret, always a secret.
const keepSecret = (element, kind) => {
  secretElements.set(element, kind);
  // A hidden input shares its name with the box that it stands in for, and its value with plain words of the page.
  if (kind === "hidden") return;
  typedSecrets.add(element);
  for (const key of keysOf(element)) secretKeys.set(key, kind);
};

/// A field whose text the page draws as dots without calling it a password.
const isDrawnAsDots = (element) => (getComputedStyle(element).webkitTextSecurity ?? "none") !== "none";

/// Keeps such a field as a secret. Asking brings the page's style up to date.
const discoverDots = (field) => {
  if (isField(field) && !secretOf(field) && isDrawnAsDots(field)) keepSecret(field, "password");
};

/// Sees what an element was before it says something else of itself, as "show password" buttons make it.
let secretWatch = null;

const watchSecrets = () => {
  secretWatch = new MutationObserver(guarded("secrets", (changes) => changes.forEach(noteSecret)));
  watchSecretsIn(document);
};

const watchSecretsIn = (root) => {
  lookForSecrets(root);
  secretWatch?.observe(root, {
    subtree: true, attributes: true, attributeFilter: ["type", "autocomplete"], attributeOldValue: true,
  });
};

const noteSecret = ({ target, attributeName, oldValue }) => {
  const kind = attributeName === "type" ? secretOfType(oldValue) : secretOfPurpose(oldValue);
  if (kind && "value" in target) keepSecret(target, kind);
  secretOf(target);
};

/// The inputs that may say of themselves that they are secret. In a form it is cheap to have the browser tell them from
/// the others; in a whole document it is cheaper to take all inputs.
const declaring = "input:is([type=password i], [type=hidden i], [autocomplete])";

const lookForSecrets = (root) => {
  const isOfDocument = root.nodeType !== Node.ELEMENT_NODE;
  for (const element of root.querySelectorAll(isOfDocument || secretKeys.size > 0 ? "input" : declaring)) secretOf(element);
};

/// When the document was looked through last.
let secretsLookedFor = never;

/// Looks for secrets before the page hears of what was done, for it may put another field in a secret one's place: in the
/// form where it was done, and now and then in the whole document, which is dear on a large page.
const discoverSecrets = (event, path) => {
  if (moment(event) - secretsLookedFor > 2000) {
    secretsLookedFor = moment(event);
    lookForSecrets(document);
  } else {
    const form = path.steps(isOfFields, 0, 100);
    if (form >= 0) lookForSecrets(path.at(form).element);
  }
};

const isOfFields = (reading) => reading.tag === "FORM" || reading.tag === "DIALOG" || reading.role === "dialog";

/// What stands in for a withheld value.
const withheld = (kind) => `‹${kind}›`;

/// A field's value, or what stands in for it.
const valueOf = (element) => {
  const kind = secretOf(element);
  return kind ? withheld(kind) : element.value;
};

/// What a secret field holds: an editable part of the page has no value.
const heldBy = (element) => String(element.value ?? element.textContent ?? "");

/// The values of secrets that could be told, each with what stands in for it, as texts and addresses write them.
const tellableSecrets = () => {
  const tellable = [];
  for (const element of typedSecrets) {
    const held = heldBy(element);
    if (!element.isConnected && held === "") typedSecrets.delete(element);
    // Three digits stand in too many places to be told from chance.
    if (held.length < 4) continue;
    const address = encodeURIComponent(held.toWellFormed());
    for (const written of new Set([held, address, address.replaceAll("%20", "+")])) {
      tellable.push([written, withheld(secretElements.get(element))]);
    }
  }
  return tellable;
};

/// A message as JSON, without the values of secrets that the page shows elsewhere, for example in a greeting or a hint. Its
/// texts alone are looked through: a code may stand in a number or in the name of a part as well.
const scrubbed = (message) => {
  const secrets = tellableSecrets();
  if (secrets.length === 0) return JSON.stringify(message);
  return JSON.stringify(message, (name, value) =>
    typeof value === "string" ? secrets.reduce((text, [held, shown]) => text.replaceAll(held, () => shown), value) : value);
};

/// Whether a secret that is filled in may be seen in a picture of the page.
const showsSecret = () => {
  for (const element of typedSecrets) {
    if (element.isConnected && heldBy(element) !== "" && element.checkVisibility()) return true;
  }
  return false;
};
