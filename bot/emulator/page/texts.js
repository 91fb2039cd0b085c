// The texts of a customer's phone are in its language; those around it, for who tries the product, in the browser's.

import { byId } from "./dom.js";

const load = async (language) => (await fetch(`/page/texts.${language}.json`)).json();
const [ru, en] = await Promise.all([load("ru"), load("en")]);

const own = navigator.language.startsWith("ru") ? "ru" : "en";
let locale = own;

/** The language of the customer's phone. */
export function setLanguage(code) {
  locale = code === "ru" ? "ru" : "en";
  translate("client", t);
  byId("client").lang = locale;
}

/** What stands around the phone. */
export function translatePage() {
  document.documentElement.lang = own;
  for (const id of ["hints", "tabs", "staff"]) translate(id, pageText);
}

function translate(id, text) {
  const all = (name) => [byId(id), ...byId(id).querySelectorAll("*")].filter((node) => name in node.dataset);
  for (const node of all("text")) node.textContent = text(node.dataset.text);
  for (const node of all("label")) {
    node.setAttribute("aria-label", text(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = text(node.dataset.label);
  }
  for (const node of all("placeholder")) node.placeholder = text(node.dataset.placeholder);
}

/** The text with {name} replaced by the values. */
export function t(key, values = {}) {
  return fill(locale, key, values);
}

/** The same in the browser's language. */
export function pageText(key, values = {}) {
  return fill(own, key, values);
}

function fill(language, key, values) {
  return (language === "ru" ? ru : en)[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function time(date) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}

/** Today, Yesterday, 25 July, or with the year if it is another. */
export function day(date) {
  const midnight = (d) => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
  const days = Math.round((midnight(new Date()) - midnight(date)) / 86_400_000);
  if (days === 0) return t("chat.today");
  if (days === 1) return t("chat.yesterday");
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year }).format(date);
}

/** The time if it was today, else the day in short. */
export function shortTime(date) {
  if (date.toDateString() === new Date().toDateString()) return time(date);
  return new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit" }).format(date);
}
