// A list drawn again by key: what is the same stays the same element, with its focus and with what is typed in it.

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

function fresh(thing, key, before, make) {
  const text = JSON.stringify(thing);
  if (before && (shown.get(before) === text || isTypedIn(before))) {
    return { element: before };
  }
  const element = make(thing);
  element.dataset.key = key;
  shown.set(element, text);
  return { element, control: focusIn(before) };
}

/**
 * Makes the children of a place be those of the things, in their order. The focus of an element that had to be drawn
 * again goes to the control of the same name (data-control) in the new one; that of one that is gone to its neighbour.
 */
export function patch(place, things, keyOf, make) {
  const before = new Map([...place.children].map((child) => [child.dataset.key, child]));
  const wanted = things.map((thing) => {
    const key = String(keyOf(thing));
    return fresh(thing, key, before.get(key), make);
  });
  const kept = new Set(wanted.map(({ element }) => element));
  const refocus = wanted.find(({ control }) => control);
  const lost = refocus ? -1 : [...place.children].findIndex((child) => !kept.has(child) && focusIn(child));
  [...place.children].filter((child) => !kept.has(child)).forEach((child) => child.remove());
  wanted.forEach(({ element }, index) => {
    // An element in its place is not touched: to move it would take the focus away.
    if (place.children[index] !== element) {
      place.insertBefore(element, place.children[index] ?? null);
    }
  });
  refocus?.element.querySelector(`[data-control="${refocus.control}"]`)?.focus({ preventScroll: true });
  if (lost >= 0) {
    const neighbour = place.children[Math.min(lost, wanted.length - 1)]?.querySelector("[data-control]");
    (neighbour ?? place.closest("details")?.querySelector("summary"))?.focus({ preventScroll: true });
  }
}
