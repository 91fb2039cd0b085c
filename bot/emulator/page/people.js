// The list of customers whose phones the page can show.

import { avatar, byId, element } from "./dom.js";
import { shortTime, t } from "./texts.js";

const seenKey = "seen-messages";
let seen = null; // by customer: how many messages of the bot were seen

/** Draws the list and returns how many messages wait in the chats that are not shown. */
export function drawPeople(customers, selected, onSelect) {
  seen ??= JSON.parse(sessionStorage.getItem(seenKey)) ?? Object.fromEntries(customers.map((c) => [c.id, c.received]));
  const current = customers.find((c) => c.id === selected);
  if (current) seen[selected] = current.received;
  sessionStorage.setItem(seenKey, JSON.stringify(seen));

  const focused = document.activeElement?.dataset?.customer;
  byId("customers").replaceChildren(...customers.map((customer) => {
    const unread = Math.max(0, customer.received - (seen[customer.id] ?? 0));
    const item = person(customer, unread, customer.id === selected);
    item.addEventListener("click", () => onSelect(customer.id));
    return element("li", "", {}, item);
  }));
  if (focused) byId("customers").querySelector(`[data-customer="${focused}"]`)?.focus();

  return customers.reduce((sum, c) => sum + (c.id === selected ? 0 : Math.max(0, c.received - (seen[c.id] ?? 0))), 0);
}

function person(customer, unread, selected) {
  const last = customer.last;
  const item = element("button", "person", { type: "button" },
    avatar(customer.name, customer.id),
    element("span", "person-name", {}, customer.name),
    element("time", "person-time", {}, last ? shortTime(new Date(last.date)) : ""),
    element("span", "person-last", {}, element("span", "", {}, last ? preview(last) : t("people.empty"))));
  if (unread) {
    item.lastElementChild.append(element("span", "badge", { ariaLabel: t("people.unread", { count: unread }), role: "img" }, String(unread)));
  }
  item.dataset.customer = customer.id;
  if (selected) item.setAttribute("aria-current", "true");
  return item;
}

function preview(message) {
  const text = message.kind === "text" ? message.text.split("\n")[0] : t(`kind.${message.kind}`);
  return message.from_bot ? text : t("people.you", { text });
}
