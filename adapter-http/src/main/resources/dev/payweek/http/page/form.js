// Forms: their fields, what is typed in them, and sending it once, with each problem said where it belongs.

import { newKey } from "./api.js";
import { h } from "./dom.js";
import { amountText, money, understood } from "./format.js";
import { toast } from "./toast.js";

function errorPlace(form, field) {
  const id = field ? `${field.id}-error` : `${form.id}-error`;
  const before = form.querySelector(`#${CSS.escape(id)}`);
  if (before) {
    return before;
  }
  const place = h("p", { id, class: "error", role: field ? null : "alert" });
  if (field) {
    field.after(place);
    field.dataset.described = field.getAttribute("aria-describedby") ?? "";
    field.setAttribute("aria-describedby", `${field.dataset.described} ${id}`.trim());
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
    if (field.dataset.described) {
      field.setAttribute("aria-describedby", field.dataset.described);
    } else {
      field.removeAttribute("aria-describedby");
    }
  });
}

/** A field of a part that may be anywhere says at which pointer its value is; others are known by their name. */
function fieldAt(form, pointer) {
  const [exact] = [...form.elements]
    .filter(({ dataset }) => dataset.pointer && pointer.endsWith(dataset.pointer))
    .sort((one, other) => other.dataset.pointer.length - one.dataset.pointer.length);
  return exact ?? form.elements.namedItem(pointer.replace(/^[/?]/, "").split("/")[0]);
}

const isSeen = (element) => element.isConnected && element.checkVisibility();

/** Shows what is wrong: at the fields where they are known, below the form otherwise; elsewhere if the form is gone. */
export function showProblems(form, failure) {
  const errors = failure.errors?.length ? failure.errors : [{ message: failure.message }];
  if (!isSeen(form)) {
    toast(errors.map(({ message }) => message).join(" "));
    return;
  }
  let first = null;
  for (const { pointer = "", message } of errors) {
    const field = fieldAt(form, pointer);
    const known = pointer && field instanceof HTMLElement && isSeen(field) ? field : null;
    errorPlace(form, known).textContent = message;
    known?.setAttribute("aria-invalid", "true");
    first ??= known;
  }
  first?.focus();
}

const named = (form) => [...form.elements].filter(({ name }) => name);

const beginsWith = (element) =>
  element instanceof HTMLSelectElement
    ? ([...element.options].find((option) => option.defaultSelected) ?? element.options[0])?.value
    : element.type === "checkbox"
      ? element.defaultChecked
      : element.defaultValue;

const holds = (element) => (element.type === "checkbox" ? element.checked : element.value);

/** Returns the names of the fields that differ from what they began with. */
export function touched(form) {
  return new Set(
    named(form)
      .filter((element) => holds(element) !== beginsWith(element))
      .map(({ name }) => name),
  );
}

/** Returns whether a form is being worked in: then nothing may replace it. What has just been sent is no work. */
export function isInUse(form) {
  return (
    form.dataset.sent === undefined &&
    (form.ariaBusy === "true" || form.contains(document.activeElement) || touched(form).size > 0)
  );
}

/** Marks a form whose content has arrived, until something is typed in it again. */
export function hasArrived(form) {
  form.dataset.sent = "";
}

/** Returns what the fields hold, amounts as decimals; refuses what is no amount, and asks whether zero is meant. */
function read(form, asked) {
  const fields = {};
  const errors = [];
  for (const element of named(form)) {
    const { name } = element;
    fields[name] = holds(element);
    if (element.dataset.amount === undefined) {
      continue;
    }
    const { amount = "", problem } = understood(element.value);
    fields[name] = amount;
    if (problem) {
      errors.push({ pointer: name, message: problem });
    } else if (amount !== "" && Number(amount) === 0 && holds(element) !== beginsWith(element) && !asked.has(name)) {
      asked.add(name);
      errors.push({ pointer: name, message: `This is ${money(amount)}. Send it again if that is meant.` });
    }
  }
  if (errors.length) {
    throw Object.assign(new Error("Some fields need another look."), { errors });
  }
  return fields;
}

/** Shows at a button that its work is under way; it keeps the focus. */
function underWay(button, words) {
  const before = button?.textContent;
  button?.setAttribute("aria-disabled", "true");
  if (button) {
    button.textContent = words;
  }
  return () => {
    button?.removeAttribute("aria-disabled");
    if (button && button.textContent === words) {
      button.textContent = before;
    }
  };
}

/**
 * Sends a form by the given function: send(fields, {changed, key}), with the names of the fields that were touched and
 * a key that is the same as long as the same is sent, so that a press after a lost answer makes nothing twice. While it
 * runs, another press does nothing. With `untouched`, a form that nobody has touched is not sent; that runs instead.
 */
export function onSubmit(form, send, { untouched } = {}) {
  const asked = new Set();
  let attempt = { key: newKey() };
  form.addEventListener("input", ({ target }) => {
    asked.delete(target.name);
    delete form.dataset.sent;
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.ariaBusy === "true") {
      return;
    }
    clearProblems(form);
    form.ariaBusy = "true";
    const done = underWay(event.submitter ?? form.querySelector("button:not([type=button])"), "Saving…");
    try {
      const changed = touched(form);
      const fields = read(form, asked);
      if (untouched && changed.size === 0) {
        await untouched();
        return;
      }
      const content = JSON.stringify(fields);
      attempt = attempt.content === content ? attempt : { content, key: newKey() };
      await send(fields, { changed, key: attempt.key });
      attempt = { key: newKey() };
    } catch (failure) {
      form.ariaBusy = "false";
      showProblems(form, failure);
    } finally {
      form.ariaBusy = "false";
      done();
    }
  });
}

/** Runs a button's work once at a time; what goes wrong is said beside the button. */
export function onPress(button, work) {
  button.addEventListener("click", async () => {
    if (button.ariaDisabled === "true") {
      return;
    }
    button.nextElementSibling?.matches(".error") && button.nextElementSibling.remove();
    const done = underWay(button, button.dataset.busy ?? "…");
    try {
      await work();
    } catch (failure) {
      if (isSeen(button)) {
        button.after(h("p", { class: "error", role: "alert" }, failure.message));
      } else {
        toast(failure.message);
      }
    } finally {
      done();
    }
  });
  return button;
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

/** Returns a labelled field for an amount, which says below what it has understood; the value is one of the API's. */
export function amountField(id, label, { value, ...attributes } = {}, hint = "") {
  const box = field(
    id,
    label,
    { name: "amount", inputmode: "decimal", ...attributes, value: value === undefined ? "" : amountText(value) },
    hint,
  );
  sayUnderstood(box.querySelector("input"));
  return box;
}

/** Lets an amount's field say what it has understood, as soon as something is typed. */
export function sayUnderstood(input) {
  const id = `${input.id}-understood`;
  const place = h("span", { id, class: "understood" });
  const say = () => {
    const { amount, problem } = understood(input.value);
    const begun = input.value !== input.defaultValue;
    place.textContent = !begun ? "" : problem ? problem : amount === undefined ? "" : `= ${money(amount)}`;
    place.classList.toggle("doubtful", Boolean(problem));
  };
  input.dataset.amount = "";
  input.after(place);
  input.setAttribute("aria-describedby", id);
  input.addEventListener("input", say);
  input.form?.addEventListener("reset", () => setTimeout(say));
}

/** Returns a labelled choice; options are pairs of value and words. */
export function choice(id, label, options, { value, ...attributes } = {}) {
  return h(
    "div",
    { class: "field" },
    h("label", { for: id }, label),
    h(
      "select",
      { id, ...attributes },
      options.map(([one, words]) => h("option", { value: one, selected: one === value }, words)),
    ),
  );
}

/** Returns a part of a dialog with its heading. */
export function section(title, ...content) {
  return h("section", { class: "setting" }, h("h3", {}, title), ...content);
}
