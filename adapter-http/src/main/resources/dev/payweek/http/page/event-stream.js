// Server-sent events by fetch, since a page that needs a token cannot send it with an EventSource.

import { streamed } from "./api.js";

/** Returns the events in a text and what is left of it: of each its name, id and data. */
export function eventsIn(text) {
  const parts = text.split("\n\n");
  const rest = parts.pop();
  const events = parts.map((part) => {
    const event = { name: "message", id: undefined, data: "" };
    for (const line of part.split("\n")) {
      const [, name, value] = /^(event|id|data): ?(.*)$/.exec(line) ?? [];
      if (name) {
        event[name === "event" ? "name" : name] = value;
      }
    }
    return event;
  });
  return { events: events.filter(({ data }) => data !== ""), rest };
}

/** Reads a stream to its end and gives each event to `heard`. */
export async function readEvents(path, { after, signal, heard }) {
  const body = await streamed(path, { after, signal });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const { events, rest } = eventsIn(text + piece.value);
    text = rest;
    events.forEach(heard);
  }
}
