// The module's own world of a document. What is kept here is seen by no script of the page.
globalThis.understudy ??= {};
