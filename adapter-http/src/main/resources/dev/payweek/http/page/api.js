// The API, as this page calls it.

const TOKEN = "payweek-token";

// What stands before every path where a proxy has put the service, such as "/payweek"; empty for nothing.
const BASE = location.pathname.replace(/\/$/, "");

/** What the API refused, with everything that is wrong and where. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The service answered with ${status}.`);
    this.status = status;
    this.errors = problem.errors || [];
    this.questions = problem.questions || [];
  }
}

let askForToken = () => Promise.reject(new Error("This service asks for a token."));

/** Sets what gets a token from the person when the service asks for one; it is called again after a wrong one. */
export function onTokenAsked(ask) {
  askForToken = ask;
}

let onWrite = () => {};

/** Sets what hears of each version of the ledger that a write of this page made; taking one back is none. */
export function onWritten(heard) {
  onWrite = heard;
}

let seen = 0;

/** Returns the version of the ledger that the latest answer to what is left was of. */
export const ledgerSeen = () => seen;

function address(path, query) {
  const known = Object.entries(query).filter(
    ([, value]) => value !== "" && value !== undefined && value !== null,
  );
  return BASE + (known.length ? `${path}?${new URLSearchParams(known)}` : path);
}

async function send(method, path, { query = {}, body, headers = {} } = {}) {
  const token = sessionStorage.getItem(TOKEN);
  const isFile = body instanceof Blob;
  const response = await fetch(address(path, query), {
    method,
    headers: {
      Accept: "application/json, application/problem+json",
      ...(body === undefined
        ? {}
        : { "Content-Type": isFile ? "application/octet-stream" : "application/json" }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: body === undefined || isFile ? body : JSON.stringify(body),
  }).catch(() => {
    throw new Error("The service cannot be reached. Is it still running?");
  });
  if (response.status === 401) {
    sessionStorage.setItem(TOKEN, await askForToken());
    return send(method, path, { query, body, headers });
  }
  return response;
}

/** Sends a request and returns {data, headers}; throws Refused when the API says no. */
export async function call(method, path, options) {
  const response = await send(method, path, options);
  const text = await response.text();
  const isJson = (response.headers.get("Content-Type") || "").includes("json");
  const data = text && isJson ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Refused(response.status, data || {});
  }
  if (path === "/budget") {
    seen = Number(/\d+/.exec(response.headers.get("ETag") ?? "0")[0]);
  }
  const version = Number(response.headers.get("Ledger-Version"));
  if (version && method !== "GET" && !path.endsWith("/undo")) {
    onWrite(version);
  }
  return { data, headers: response.headers };
}

/** Returns the data at a path. */
export async function get(path, query) {
  return (await call("GET", path, { query })).data;
}

/** Returns a page of a list as {items, total, next}; next is the path of the page after, or null. */
export async function page(path, query) {
  const { data, headers } = await call("GET", path, { query });
  const next = /<([^>]+)>;\s*rel="next"/.exec(headers.get("Link") || "");
  const total = Number(headers.get("Total-Count") ?? NaN);
  return { items: data, total, next: next ? next[1].slice(BASE.length) : null };
}

/** Returns what a path streams, as long as it does; `after` is the id of the last event seen. */
export async function streamed(path, { after, signal }) {
  const token = sessionStorage.getItem(TOKEN);
  const response = await fetch(BASE + path, {
    signal,
    headers: {
      Accept: "text/event-stream",
      ...(after ? { "Last-Event-ID": after } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  if (!response.ok || !(response.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) {
    throw new Error(`The service answered with ${response.status}.`);
  }
  return response.body;
}

/** Takes a change back. */
export function undo(version) {
  return call("POST", `/changes/${version}/undo`);
}

/** Returns a key that makes a repeated POST harmless. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
