// Elements from data. Text stays text: nothing here, or anywhere on the page, parses HTML out of data.

const SVG = "http://www.w3.org/2000/svg";

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== undefined && value !== null) {
      element.setAttribute(name, value);
    }
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** Returns a new element: h("p", {class: "quiet"}, "Loading…"). Attributes that begin with "on" are listeners. */
export function h(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Returns a new SVG element. */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Returns the element with that id. */
export function byId(id) {
  return document.getElementById(id);
}

/** Puts the children in place of what the element held. */
export function show(element, ...children) {
  element.replaceChildren(...children.flat().filter(Boolean));
}

/** Gives a bar its length; through the style object, since the page's policy allows no style attribute. */
export function withShare(element, share, name = "--share") {
  element.style.setProperty(name, `${Math.max(0, Math.min(1, share)) * 100}%`);
  return element;
}

/** Lets a dialog's ✕ and a click beside it close it. */
export function closable(dialog) {
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}
