// What the page asks of the server that it came from.

export async function getConfig() {
  return (await fetch("/emulator/config")).json();
}

/** Adds a customer and resolves to their id. */
export async function addCustomer(customer) {
  return (await post("/emulator/users", customer)).id;
}

/** Logs in as the demo's member of staff; resolves to what Telegram signs for them. */
export function logIn(language) {
  return post("/emulator/log-in", { language });
}

/** Does something on the customer's phone; resolves to what it led to, null for nothing. */
export function act(customer, action, body = {}) {
  return post(`/emulator/users/${customer}/${action}`, body);
}

/**
 * Sends files from the customer's phone, as Telegram's clients do: several pictures as an album.
 * kind is "voice", "document" or "", where each file is what it is.
 */
export async function sendFiles(customer, files, { kind = "", caption = "", replyTo = 0, duration = 0 } = {}) {
  const form = new FormData();
  form.set("kind", kind);
  form.set("caption", caption);
  form.set("reply_to", replyTo);
  form.set("duration", duration);
  for (const file of files) form.append("file", file);
  return answer(await fetch(`/emulator/users/${customer}/files`, { method: "POST", body: form }));
}

async function post(path, body) {
  return answer(await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  }));
}

async function answer(response) {
  if (!response.ok) throw Object.assign(new Error(response.url), { status: response.status });
  return response.json();
}

/** Calls onState with the whole state at every change, until the returned function is called. */
export function watch(customer, onState, onOffline) {
  const events = new EventSource(`/emulator/events?user=${customer}`);
  events.onmessage = (event) => onState(JSON.parse(event.data));
  events.onerror = onOffline;
  return () => events.close();
}
