// A sentence that says what has just happened, for some seconds, with a way back.

import { byId, h } from "./dom.js";

const SECONDS = 8;

/** Beside an open dialog nothing can be pressed, so there it is said in the dialog. */
const place = () => [...document.querySelectorAll("dialog[open] .toasts")].at(-1) ?? byId("toasts");

/** Says a sentence to those who listen, where what has changed is to be seen by itself. */
export function say(sentence) {
  byId("said").textContent = sentence;
}

/**
 * Says it. With an undo function there is a button for it; the message stays while it is pointed at or has the
 * focus.
 */
export function toast(message, undo) {
  let timer;
  const box = h("div", { class: "toast" }, h("span", {}, message));
  const leave = () => box.remove();
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(leave, SECONDS * 1000);
  };
  const stay = () => clearTimeout(timer);
  if (undo) {
    const button = h("button", { type: "button" }, "Undo");
    button.addEventListener("click", async () => {
      button.disabled = true;
      leave();
      try {
        await undo();
      } catch (failure) {
        toast(failure.message);
      }
    });
    box.append(button);
  }
  box.addEventListener("pointerenter", stay);
  box.addEventListener("pointerleave", wait);
  box.addEventListener("focusin", stay);
  box.addEventListener("focusout", wait);
  place().replaceChildren(box);
  wait();
}
