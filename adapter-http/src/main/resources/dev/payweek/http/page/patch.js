// A list drawn again by key: what is the same stays the same element, with its focus and with what is typed in it.

import { h } from "./dom.js";

const shown = new WeakMap();

function focusIn(element) {
  return element?.contains(document.activeElement) ? document.activeElement.dataset.control : undefined;
}

/** Whoever is typing in a form of a row keeps it, whatever has become of the row; what is being sent is no typing. */
function isTypedIn(element) {
  return [...(element?.querySelectorAll("form:not([data-sending])") ?? [])].some(
    (form) =>
      form.contains(document.activeElement) ||
      [...form.elements].some((field) => field.defaultValue !== undefined && field.value !== field.defaultValue),
  );
}

/** What was removed while somebody types in it is not taken from under their hands. */
function sayGone(element) {
  if (!element.querySelector(":scope > .gone")) {
    element.append(h("p", { class: "notice bad gone", role: "alert" }, "This was removed meanwhile."));
  }
}

function fresh(thing, key, before, { make, update }) {
  if (before && update) {
    update(before, thing);
    return { element: before };
  }
  const text = JSON.stringify(thing);
  if (before && (shown.get(before) === text || isTypedIn(before))) {
    return { element: before };
  }
  const element = make(thing);
  element.dataset.key = key;
  shown.set(element, text);
  return { element, control: focusIn(before) };
}

/** Does the same with things that make and update their own elements: {key, make, update}. */
export function keep(place, things) {
  patch(place, things, ({ key }) => key, ({ make }) => make(), (element, { update }) => update(element));
}

/**
 * Makes the children of a place be those of the things, in their order. The focus of an element that had to be drawn
 * again goes to the control of the same name (data-control) in the new one; that of one that is gone to its neighbour.
 * With `update` an element that is there is not made again when its thing differs, but given the thing.
 */
export function patch(place, things, keyOf, make, update) {
  const before = new Map([...place.children].map((child) => [child.dataset.key, child]));
  const wanted = things.map((thing) => {
    const key = String(keyOf(thing));
    return fresh(thing, key, before.get(key), { make, update });
  });
  const kept = new Set(wanted.map(({ element }) => element));
  const goneInUse = [...place.children].filter((child) => !kept.has(child) && isTypedIn(child));
  goneInUse.forEach(sayGone);
  goneInUse.forEach((child) => kept.add(child));
  const refocus = wanted.find(({ control }) => control);
  const lost = refocus ? -1 : [...place.children].findIndex((child) => !kept.has(child) && focusIn(child));
  [...place.children].filter((child) => !kept.has(child)).forEach((child) => child.remove());
  let next = place.firstElementChild;
  for (const { element } of wanted) {
    while (goneInUse.includes(next)) {
      next = next.nextElementSibling;
    }
    // An element in its place is not touched: to move it would take the focus away.
    if (next === element) {
      next = next.nextElementSibling;
    } else {
      place.insertBefore(element, next);
    }
  }
  refocus?.element.querySelector(`[data-control="${refocus.control}"]`)?.focus({ preventScroll: true });
  if (lost >= 0) {
    const neighbour = place.children[Math.min(lost, wanted.length - 1)]?.querySelector("[data-control]");
    (neighbour ?? place.closest("details")?.querySelector("summary"))?.focus({ preventScroll: true });
  }
}
