// The messages of one chat, drawn from the server's state.

import { avatar, byId, element, icon } from "./dom.js";
import { formatted } from "./formatted.js";
import { day, t, time } from "./texts.js";

const list = byId("messages");
const groupGap = 5 * 60_000;
const nearBottom = 120;

let drawn = new Map(); // by message id: {signature, node}
let chatID = 0;

/** Draws the chat; on has command(text) and tap(message, row, column, node). */
export function drawMessages(chat, language, on) {
  const fresh = chat.id !== chatID;
  const follow = fresh || list.scrollHeight - list.scrollTop - list.clientHeight < nearBottom;
  if (fresh) drawn = new Map();
  chatID = chat.id;

  const nodes = [];
  const kept = new Map();
  chat.messages.forEach((message, i) => {
    const previous = chat.messages[i - 1];
    const next = chat.messages[i + 1];
    if (!previous || !sameDay(previous, message)) {
      nodes.push(element("div", "day", {}, element("span", "", {}, day(new Date(message.date)))));
    }
    const place = { first: !grouped(previous, message), last: !grouped(message, next) };
    const signature = JSON.stringify([message, place, language]);
    let entry = drawn.get(message.id);
    if (entry?.signature !== signature) {
      const node = bubble(message, chat, place, on);
      if (!entry && !fresh) node.classList.add("arrived");
      entry = { signature, node };
    }
    kept.set(message.id, entry);
    nodes.push(entry.node);
  });
  if (!chat.messages.length) nodes.push(introduction(chat.description));
  if (chat.blocked) nodes.push(element("div", "day", {}, element("span", "", {}, t("chat.blocked"))));
  drawn = kept;
  reconcile(nodes);
  const own = chat.messages.at(-1)?.from_bot === false;
  if (follow || own) list.scrollTop = list.scrollHeight;
}

// Nodes that stay are not moved, so that focus, selection and animations survive.
function reconcile(nodes) {
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
  while (list.children.length > nodes.length) list.lastElementChild.remove();
}

function sameDay(a, b) {
  return new Date(a.date).toDateString() === new Date(b.date).toDateString();
}

function grouped(a, b) {
  return Boolean(a && b) && a.from_bot === b.from_bot && sameDay(a, b) && new Date(b.date) - new Date(a.date) < groupGap;
}

function introduction(description) {
  return element("div", "intro", {},
    element("span", "avatar bot-avatar", {}, icon("bot")),
    element("strong", "", {}, t("chat.intro")),
    element("p", "", {}, description || t("chat.introText")));
}

function bubble(message, chat, place, on) {
  const node = element("article", `message ${message.from_bot ? "in" : "out"} ${message.kind}`);
  node.classList.toggle("last", place.last);
  node.classList.toggle("first", place.first);
  const body = element("div", "bubble", {}, ...quote(message, chat), ...content(message, on));
  body.append(meta(message));
  node.append(body);
  if (message.buttons) node.append(inlineKeyboard(message, on));
  return node;
}

function quote(message, chat) {
  const original = chat.messages.find((m) => m.id === message.reply_to_id);
  if (!original) return [];
  const text = original.text.split("\n")[0] || t(`kind.${original.kind}`);
  return [element("blockquote", "reply", {}, text)];
}

function content(message, on) {
  const text = formatted(message.text, message.entities, on.command);
  switch (message.kind) {
    case "text":
      return [text];
    case "sticker":
      return [element("span", "sticker-emoji", { role: "img", ariaLabel: t("kind.sticker") }, message.text)];
    case "photo":
      return [element("img", "", { src: `/emulator/files/${message.file.id}`, alt: t("kind.photo"), width: message.file.width, height: message.file.height }), text];
    case "contact":
      return [attachment(avatar(message.contact.name, message.contact.user_id ?? 0), message.contact.name, phone(message.contact.phone)), text];
    case "document":
      return [attachment(round("document"), message.file.name ?? t("kind.document"), size(message.file.size)), text];
    case "voice":
      return [attachment(round("play"), t("kind.voice"), "0:03"), text];
    default:
      return [attachment(round("pin"), t("kind.location"), "55.7539, 37.6208")];
  }
}

function attachment(picture, title, detail) {
  return element("div", "attachment", {}, picture,
    element("div", "", {}, element("strong", "", {}, title), element("span", "", {}, detail)));
}

function round(name) {
  return element("span", "round", {}, icon(name));
}

function phone(number) {
  return number.startsWith("+") ? number : `+${number}`;
}

function size(bytes) {
  return bytes < 1024 ? t("size.bytes", { count: bytes }) : t("size.kilobytes", { count: Math.round(bytes / 1024) });
}

function meta(message) {
  const date = new Date(message.date);
  const node = element("span", "meta", {}, message.edited ? `${t("chat.edited")} ` : "",
    element("time", "", { dateTime: message.date, textContent: time(date) }));
  if (!message.from_bot) node.append(icon("ticks"));
  return node;
}

function inlineKeyboard(message, on) {
  const rows = message.buttons.map((row, r) =>
    element("div", "row", {}, ...row.map((button, c) => {
      const node = element("button", "inline-button", { type: "button" }, element("span", "", {}, button.text));
      if (button.url) node.append(icon("external"));
      if (button.web_app_url) node.append(icon("app"));
      if (button.copy_text) node.append(icon("copy"));
      node.addEventListener("click", () => on.tap(message.id, r, c, button, node));
      return node;
    })));
  return element("div", "inline-keyboard", {}, ...rows);
}
