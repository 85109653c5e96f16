// Wakes the design systems' components; what is only needed on some pages is fetched there.
import { initAll } from "../govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
// The notice of what was done takes the focus, but never from somebody who is already on their way.
if (document.activeElement !== document.body) {
  document.querySelectorAll(".govuk-notification-banner").forEach((notice) => notice.setAttribute("data-disable-auto-focus", "true"));
}
initAll();

if (document.querySelector("[data-module^='moj-']")) {
  import("../moj/moj-frontend.min.js").then((moj) => moj.initAll());
}
if (document.querySelector("[data-shown-when]")) {
  import("./reveal.js").then(({ reveal }) => reveal(document));
}
const editors = [...document.querySelectorAll("textarea[data-editor]")];
if (editors.length) {
  import("./editor.js").then(({ dress }) => editors.forEach(dress));
}
const saving = [...document.querySelectorAll("form[data-autosave]")];
if (saving.length) {
  import("./autosave.js").then(({ autosave }) => saving.forEach(autosave));
}
const pictures = [...document.querySelectorAll("[data-lanes]")];
if (pictures.length) {
  import("./lanes.js").then(({ lanes }) => pictures.forEach(lanes));
}
