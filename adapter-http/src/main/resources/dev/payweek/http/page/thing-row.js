// One row of a list of things that are set: what it is, and what can be done with it, with what goes wrong said there.

import { call } from "./api.js";
import { h, show } from "./dom.js";
import { onSubmit } from "./form.js";
import { problem } from "./sheet.js";
import { toast } from "./toast.js";
import { refreshPage, versionIn, written } from "./written.js";

/** Writes and says so; an Undo is offered for it. */
export async function act(message, method, path, { body, query, tag } = {}) {
  const { headers } = await call(method, path, { body, query, headers: tag ? { "If-Match": tag } : {} });
  await written(message, [versionIn(headers)]);
}

/**
 * Changes a thing that is written as a whole: it is read just before, so that what somebody else has changed of it
 * since it was shown stays, and written only if that is still what it is.
 */
export async function change(message, path, edit) {
  const { data, headers } = await call("GET", path);
  const { name: _, id: __, version: ___, ...whole } = data;
  await act(message, "PUT", path, { body: { ...whole, ...edit(data) }, tag: headers.get("ETag") });
}

/** What is gone is said, and is gone from the list too; other failures are for the place where they happened. */
async function unlessGone(title, failure) {
  if (failure.status !== 404) {
    throw failure;
  }
  await refreshPage();
  toast(`${title} was removed meanwhile`);
}

/** Returns a button that does something once at a time. */
function press(name, { label, run }, title, trouble) {
  const button = h(
    "button",
    { type: "button", "data-control": name, "aria-label": `${label}: ${title}` },
    label,
  );
  button.addEventListener("click", async () => {
    if (button.ariaDisabled === "true") {
      return;
    }
    // Not disabled: that would take the focus from it.
    button.ariaDisabled = "true";
    show(trouble);
    try {
      await run().catch((failure) => unlessGone(title, failure));
    } catch (failure) {
      show(trouble, problem(failure.message));
    } finally {
      button.ariaDisabled = "false";
    }
  });
  return button;
}

/** Returns a form that unfolds below the row. */
function unfolding(name, { label, fields, send }, title) {
  const opener = h(
    "button",
    { type: "button", "data-control": name, "aria-expanded": "false", "aria-label": `${label}: ${title}` },
    label,
  );
  const place = h("div", {});
  const fold = () => {
    show(place);
    opener.setAttribute("aria-expanded", "false");
  };
  opener.addEventListener("click", () => {
    if (place.childElementCount) {
      fold();
      return;
    }
    const form = h(
      "form",
      { class: "inner", novalidate: true, id: `form-${name}-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}` },
      fields(),
      h("button", { class: "main" }, label),
    );
    onSubmit(form, async (given) => {
      form.dataset.sending = "";
      try {
        await send(given, form).catch((failure) => unlessGone(title, failure));
      } catch (failure) {
        delete form.dataset.sending;
        throw failure;
      }
      // A review of what it would do stays until that is decided.
      if (!form.querySelector(".review")) {
        fold();
        opener.isConnected && opener.focus();
      }
    });
    show(place, form);
    opener.setAttribute("aria-expanded", "true");
    form.querySelector("input, select")?.focus();
  });
  return { opener, place };
}

/**
 * Returns a row.
 *
 * @param actions by name what is pressed: {label, run}, or {label, fields, send} for what needs a form
 */
export function thingRow({ title, words, more = null, actions }) {
  const trouble = h("div", {});
  const presses = [];
  const forms = [];
  for (const [name, action] of Object.entries(actions)) {
    if (!action) {
      continue;
    }
    if (action.fields) {
      const { opener, place } = unfolding(name, action, title);
      presses.push(opener);
      forms.push(place);
    } else {
      presses.push(press(name, action, title, trouble));
    }
  }
  return h(
    "li",
    { class: "thing", "data-thing": title },
    h("span", { class: "what" }, h("span", { class: "title" }, title), h("span", { class: "words" }, words)),
    more,
    h("span", { class: "buttons" }, presses),
    trouble,
    forms,
  );
}
