// Forms that send what they hold and show each problem at the field it belongs to.

import { Refused } from "./api.js";
import { h } from "./dom.js";

function errorPlace(form, field) {
  const id = field ? `${field.id}-error` : `${form.id}-error`;
  const before = form.querySelector(`#${CSS.escape(id)}`);
  if (before) {
    return before;
  }
  const place = h("p", { id, class: "error", role: field ? null : "alert" });
  if (field) {
    field.after(place);
    field.setAttribute("aria-describedby", id);
  } else {
    form.append(place);
  }
  return place;
}

/** Takes all messages away. */
export function clearProblems(form) {
  form.querySelectorAll(".error").forEach((place) => place.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
}

/** Shows what is wrong: at the fields where they are known, below the form otherwise. */
export function showProblems(form, failure) {
  const errors =
    failure instanceof Refused && failure.errors.length ? failure.errors : [{ message: failure.message }];
  let first = null;
  for (const { pointer = "", message } of errors) {
    const field = form.elements.namedItem(pointer.replace(/^[/?]/, "").split("/")[0]);
    const known = pointer && field instanceof HTMLElement ? field : null;
    errorPlace(form, known).textContent = message;
    known?.setAttribute("aria-invalid", "true");
    first ??= known;
  }
  first?.focus();
}

/** Sends a form by the given function; while it runs, a second press does nothing. */
export function onSubmit(form, send) {
  let busy = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    busy = true;
    clearProblems(form);
    try {
      await send(Object.fromEntries(new FormData(form)));
    } catch (failure) {
      showProblems(form, failure);
    } finally {
      busy = false;
    }
  });
}

/** Returns the fields that hold something. */
export function given(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
}

/** Returns a labelled field. */
export function field(id, label, attributes = {}, hint = "") {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label, hint ? h("span", { class: "quiet" }, ` ${hint}`) : null),
    h("input", { id, autocomplete: "off", ...attributes }),
  );
}

/** Returns a labelled choice; options are pairs of value and words. */
export function choice(id, label, options, attributes = {}) {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h(
      "select",
      { id, ...attributes },
      options.map(([value, words]) => h("option", { value }, words)),
    ),
  );
}

/** Returns a part of a dialog with its heading. */
export function section(title, ...content) {
  return h("section", { class: "setting" }, h("h3", {}, title), ...content);
}
