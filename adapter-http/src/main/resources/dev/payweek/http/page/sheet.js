// A dialog made for one thing and gone when it closes; the focus goes back to where it came from.

import { byId, closable, h } from "./dom.js";

/**
 * Opens one and returns {dialog, body, close}. What was focused may have been drawn again meanwhile, so `back` says
 * what gets the focus when it closes.
 */
export function openSheet(id, title, { className = "sheet", back = () => null } = {}) {
  const body = h("div", { class: "body" });
  const said = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
  const dialog = h(
    "dialog",
    { id, class: className, "aria-labelledby": `${id}-heading` },
    h(
      "div",
      { class: "head" },
      h("h2", { id: `${id}-heading`, tabindex: -1 }, title),
      h("button", { type: "button", class: "plain close", "aria-label": "Close" }, "✕"),
    ),
    body,
    said,
  );
  const opener = document.activeElement;
  document.body.append(dialog);
  closable(dialog);
  // What is still being said, and its way back, outlive the dialog; what is said next comes after it.
  const outlive = () => said.childElementCount && byId("toasts").replaceChildren(...said.children);
  dialog.addEventListener("close", () => {
    outlive();
    dialog.remove();
    const place = opener?.isConnected && opener !== document.body ? opener : back();
    place?.focus({ preventScroll: true });
  });
  dialog.showModal();
  const close = () => {
    outlive();
    dialog.close();
  };
  return { dialog, body, close };
}

/** Says what went wrong where it happened. */
export function problem(message, ...more) {
  return h("div", { class: "notice bad", role: "alert" }, h("p", {}, message), ...more);
}
