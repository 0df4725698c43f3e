// Asks for the access token when the service wants one.

import { onTokenAsked } from "./api.js";
import { byId } from "./dom.js";

let asking = null;

function ask({ wrong }) {
  const dialog = byId("token");
  const form = byId("token-form");
  byId("token-wrong").textContent = wrong ? "That is not the token of this service." : "";
  dialog.showModal();
  return new Promise((resolve, reject) => {
    dialog.addEventListener(
      "close",
      () => {
        asking = null;
        const token = form.elements.token.value.trim();
        form.reset();
        token
          ? resolve(token)
          : reject(new Error("Without a token there is nothing to show. Reload the page to try again."));
      },
      { once: true },
    );
  });
}

/** Begins to listen. Several requests that are refused at once lead to one question. */
export function startTokens() {
  onTokenAsked((why) => (asking ??= ask(why)));
}
