// The texts of the page in the language of the customer's phone.

const load = async (language) => (await fetch(`/page/texts.${language}.json`)).json();
const [ru, en] = await Promise.all([load("ru"), load("en")]);

let texts = ru;
let locale = "ru";

export function setLanguage(code) {
  locale = code === "ru" ? "ru" : "en";
  texts = locale === "ru" ? ru : en;
  document.documentElement.lang = locale;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", t(node.dataset.label));
    if (node.tagName === "BUTTON") node.title = t(node.dataset.label);
  }
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = t(node.dataset.placeholder);
}

/** The text with {name} replaced by the values. */
export function t(key, values = {}) {
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
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
