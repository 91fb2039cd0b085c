// What the page asks of the server that it came from.

export async function getConfig() {
  return (await fetch("/emulator/config")).json();
}

/** Adds a customer and resolves to their id. */
export async function addCustomer(customer) {
  return (await post("/emulator/users", customer)).id;
}

/** Does something on the customer's phone; resolves to what it led to, null for nothing. */
export function act(customer, action, body = {}) {
  return post(`/emulator/users/${customer}/${action}`, body);
}

async function post(path, body) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Calls onState with the whole state at every change, until the returned function is called. */
export function watch(customer, onState, onOffline) {
  const events = new EventSource(`/emulator/events?user=${customer}`);
  events.onmessage = (event) => onState(JSON.parse(event.data));
  events.onerror = onOffline;
  return () => events.close();
}
