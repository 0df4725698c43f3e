// A condition that is made or changed: comparisons, and groups of which all or any must hold, one within the other.

import { FIELDS, valueField, wayOf } from "./condition-values.js";
import { words } from "./condition.js";
import { h, show } from "./dom.js";

// As deep as the rules are understood; what is turned into its opposite counts too, and then the service says so.
const DEEPEST = 3;

const FIRST = { field: "title", op: "contains", value: "" };

const readers = new WeakMap();
let made = 0;

const option = (value, text, selected) => h("option", { value, selected: value === selected }, text);

/** Something is not, however often that was said of it; said again it is as it was written. */
function withoutNot(condition) {
  let inner = condition;
  let nots = 0;
  for (; inner.not; nots++) {
    inner = inner.not;
  }
  return { inner, nots };
}

/** The box that turns a condition into its opposite; untouched it keeps what was written. */
function notBox(nots, name) {
  const box = h("input", { type: "checkbox", checked: nots % 2 === 1, "aria-label": `Not: ${name}` });
  const times = () => (box.checked === (nots % 2 === 1) ? nots : box.checked ? 1 : 0);
  const around = (condition) => Array.from({ length: times() }).reduce((inner) => ({ not: inner }), condition);
  return { label: h("label", { class: "same" }, box, " not"), around, place: () => "/not".repeat(times()) };
}

/** Says which field is meant when its value is refused. */
function atPlace(place, read, inputs) {
  inputs.forEach((input, index) => (input.dataset.pointer = inputs.length > 1 ? `${place}/${index}` : place));
  try {
    return read();
  } catch (failure) {
    const { pointer } = inputs[failure.index ?? 0].dataset;
    throw Object.assign(failure, { errors: [{ pointer, message: failure.message }] });
  }
}

/** One comparison: what, how, with what. Untouched it is what was written. */
function comparison(condition, nots, changed) {
  const not = notBox(nots, "condition");
  const id = `condition-${++made}`;
  const field = h(
    "select",
    { "aria-label": "What is looked at" },
    Object.keys(FIELDS).map((one) => option(one, words(one), condition.field)),
  );
  const op = h("select", { "aria-label": "How it is compared" });
  const place = h("span", { class: "value" });
  let now = condition;
  let value;

  const drawValue = () => {
    value = valueField(now, { id, "aria-label": `What the ${words(now.field)} is compared with` });
    show(place, value.element);
  };
  const drawOps = () => show(op, ...FIELDS[now.field].ops.map((one) => option(one, words(one), now.op)));

  function typedSoFar() {
    try {
      return value.read();
    } catch {
      return "";
    }
  }

  function redraw() {
    const { ops, as, among } = FIELDS[field.value];
    const before = FIELDS[now.field];
    const next = { field: field.value, op: ops.includes(op.value) ? op.value : ops[0] };
    const isSame = wayOf(next) === wayOf(now) && among === before.among;
    now = { ...next, value: as === before.as && among === before.among ? typedSoFar() : "" };
    drawOps();
    isSame || drawValue();
    changed();
  }

  field.addEventListener("change", redraw);
  op.addEventListener("change", redraw);
  drawOps();
  drawValue();
  const holds = (one) => (one.type === "checkbox" ? one.checked : one.value);
  const written = () => [field.value, op.value, ...value.parts.map(holds)];
  const first = JSON.stringify(written());
  return {
    element: h("li", { class: "comparison" }, not.label, field, op, place),
    first: field,
    raw: () => [not.place(), written()],
    read: (at) => {
      const isTouched = JSON.stringify(written()) !== first;
      const given = atPlace(`${at}${not.place()}/value`, value.read, value.parts);
      return not.around(isTouched ? { field: field.value, op: op.value, value: given } : condition);
    },
  };
}

function group(condition, nots, depth, changed) {
  const isAny = condition.any !== undefined;
  const not = notBox(nots, "group");
  const list = h("ul", { class: "parts" });
  const which = h(
    "select",
    { "aria-label": "How many must hold" },
    option("all", "all of these hold", isAny ? "any" : "all"),
    option("any", "at least one of these holds", isAny ? "any" : "all"),
  );
  const parts = new Map();

  function add(part) {
    const { inner, nots: times } = withoutNot(part);
    const one = inner.field ? comparison(inner, times, changed) : group(inner, times, depth + 1, changed);
    const what = inner.field ? "condition" : "group";
    const remove = h("button", { type: "button", class: "plain", "aria-label": `Remove this ${what}` }, "✕");
    remove.addEventListener("click", () => {
      const next = one.element.nextElementSibling ?? one.element.previousElementSibling;
      parts.delete(one.element);
      one.element.remove();
      (parts.get(next)?.first ?? more).focus();
      changed();
    });
    (one.head ?? one.element).append(remove);
    list.append(one.element);
    parts.set(one.element, one);
    return one;
  }

  const adding = (label, part) => {
    const button = h("button", { type: "button" }, label);
    button.addEventListener("click", () => {
      add(part).first.focus();
      changed();
    });
    return button;
  };
  const more = adding("Another condition", FIRST);
  const deeper = depth < DEEPEST ? adding("Another group", { any: [FIRST, FIRST] }) : null;
  (condition.all ?? condition.any).forEach(add);
  const head = h("span", { class: "group-head" }, not.label, which);
  which.addEventListener("change", changed);
  const isRoot = depth === 1;
  const box = h(
    "div",
    { class: "group", role: isRoot ? null : "group", "aria-label": isRoot ? null : "Group of conditions" },
    head,
    list,
    h("span", { class: "buttons" }, more, deeper),
  );
  const element = isRoot ? box : h("li", {}, box);
  const all = () => [...list.children].map((child) => parts.get(child));
  return {
    element,
    head,
    first: which,
    size: () => parts.size,
    raw: () => [not.place(), which.value, all().map((part) => part.raw())],
    isPlain: () => not.place() === "",
    only: (at) => all()[0].read(at),
    read: (at) => {
      const here = `${at}${not.place()}/${which.value}`;
      return not.around({ [which.value]: all().map((part, index) => part.read(`${here}/${index}`)) });
    },
  };
}

/**
 * Returns the fields of a condition. Untouched it is what was given, exactly.
 *
 * @param given the condition; none begins with one empty comparison, or with nothing where it is optional
 * @param legend what it is a condition of
 */
export function conditionField(given, legend, { optional = false } = {}) {
  const start = given ?? (optional ? { all: [] } : FIRST);
  const { inner, nots } = withoutNot(start);
  const wasAlone = inner.field !== undefined || !given;
  // A form is touched when one of its fields is: this one says so for all that is within.
  const mirror = h("input", { name: "condition", hidden: true });
  const changed = () => {
    const now = JSON.stringify(root.raw());
    mirror.value = now === first ? "" : now;
    // Of one condition nobody wants to know how many must hold.
    root.head.hidden = wasAlone && root.size() < 2 && root.isPlain();
  };
  const root = wasAlone ? group({ all: inner.field ? [start] : [] }, 0, 1, changed) : group(inner, nots, 1, changed);
  const first = JSON.stringify(root.raw());
  changed();
  const element = h(
    "fieldset",
    { class: "condition wide" },
    h("legend", {}, legend),
    root.element,
    mirror,
  );
  element.addEventListener("input", changed);
  element.addEventListener("change", changed);
  readers.set(element, () => {
    if (mirror.value === "" && (given || optional)) {
      return given;
    }
    if (root.size() === 0 && optional) {
      return null;
    }
    return wasAlone && root.size() === 1 && root.isPlain() ? root.only("") : root.read("");
  });
  return element;
}

/** Returns the condition that a form holds; null for none. Refuses what is no value, at its field. */
export const conditionIn = (form) => readers.get(form.querySelector("fieldset.condition"))();
