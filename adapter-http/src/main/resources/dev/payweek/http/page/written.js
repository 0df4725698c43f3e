// What this page has written: said with the way back, and kept so that Ctrl+Z finds the latest.

import { onWritten, undo } from "./api.js";
import { toast } from "./toast.js";

let onChange = async () => {};
let mine = [];

const shownAgain = new EventTarget();

/** Says that the page shows the ledger as it is now. */
export const isShown = () => shownAgain.dispatchEvent(new Event("shown"));

/** Runs something each time that the page has been drawn again; what is returned ends that. */
export function whenShown(run) {
  shownAgain.addEventListener("shown", run);
  return () => shownAgain.removeEventListener("shown", run);
}

/** Shows the page as the ledger is now. */
export const refreshPage = () => onChange();

/** Brings back what these versions of the ledger changed, the latest first. */
export async function takeBack(versions) {
  try {
    for (const version of [...versions].sort((one, other) => other - one)) {
      await undo(version);
      mine = mine.filter((one) => one !== version);
    }
  } finally {
    // What could be undone before one that could not is shown too.
    await onChange();
  }
}

/** Shows the page again and says what was written, with Undo for all of it. */
export async function written(message, versions) {
  await onChange();
  toast(message, async () => {
    await takeBack(versions);
    toast(`Undone: ${message}`);
  });
}

/** Returns the version of the ledger that an answer to a write speaks of. */
export const versionIn = (headers) => Number(headers.get("Ledger-Version"));

const isTyping = (element) =>
  element instanceof Element && element.matches("input, textarea, select, [contenteditable]");

async function takeBackLatest() {
  const version = mine.at(-1);
  if (version === undefined) {
    toast("There is nothing to undo that was done here. Recent changes has the rest.");
    return;
  }
  try {
    await takeBack([version]);
    toast("The latest change is undone");
  } catch (failure) {
    mine = mine.filter((one) => one !== version);
    toast(failure.message);
  }
}

/** Begins to listen; what is given runs after each change. In a field Ctrl+Z is the field's own. */
export function startWriting(changed) {
  onChange = changed;
  onWritten((version) => mine.push(version));
  document.addEventListener("keydown", (event) => {
    const isBare = !event.shiftKey && !event.altKey;
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && isBare;
    if (isUndo && !event.repeat && !isTyping(event.target)) {
      event.preventDefault();
      takeBackLatest();
    }
  });
}
