// An element's role and name, as the browser computes them for assistive technology.

/// The browser's role. Where there is none (a date's field has none in WAI-ARIA), a field is a textbox, as screen
/// readers say it.
const roleOf = (element) => {
  const role = element.computedRole;
  if (role === "image") return "img";
  // The browser's word for a drawing, which it does not always use, is none of WAI-ARIA's.
  if (role && role !== "generic" && role !== "Canvas") return role;
  return isField(element) ? "textbox" : "generic";
};

/// The browser's name, without what it adds to a chooser's: the files that are chosen are its value.
const nameOf = (element) => {
  const name = oneLine(element.computedName ?? "", 200);
  return element.tagName === "INPUT" && element.type === "file" ? name.replace(/: [^:]*$/, "") : name;
};

const identityOf = (element) => ({ role: roleOf(element), name: nameOf(element) });

/// Their names are all that is in them: long, dear, and told by the surroundings already.
const namelessAncestors = /^(generic|none|presentation|row|rowgroup|cell|gridcell|listitem|table|list|paragraph|document|main)$/;

/// Role and name of an element around another one.
const ancestorIdentityOf = (element) => {
  const role = roleOf(element);
  const isNameless = namelessAncestors.test(role) && !element.hasAttribute("aria-label");
  return { role, name: isNameless ? "" : oneLine(element.computedName ?? "", 80) };
};
