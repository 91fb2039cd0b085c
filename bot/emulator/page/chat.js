// The messages of one chat, drawn from the server's state.

import { byId, element, icon } from "./dom.js";
import { content } from "./content.js";
import { day, t, time } from "./texts.js";

const list = byId("messages");
const groupGap = 5 * 60_000;
const nearBottom = 120;

const longPress = 500;

let drawn = new Map(); // by id of the message, of an album the first: {signature, node}
let chatID = 0;

let atBottom = true;
list.addEventListener("scroll", () => (atBottom = distance() < nearBottom));
new ResizeObserver(() => atBottom && (list.scrollTop = list.scrollHeight)).observe(list);

// One stop for the Tab key among all reply buttons, the newest; the arrows go on from there.
list.addEventListener("keydown", (event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.target.matches(".reply-button")) return;
  event.preventDefault();
  const buttons = [...list.querySelectorAll(".reply-button")];
  buttons[buttons.indexOf(event.target) + step]?.focus();
});

/** Draws the chat; on has command(text), tap(message, row, column, button, node) and reply(message). */
export function drawMessages(chat, language, on) {
  const fresh = chat.id !== chatID;
  const follow = fresh || distance() < nearBottom;
  if (fresh) drawn = new Map();
  chatID = chat.id;

  const nodes = [];
  const kept = new Map();
  const posts = byAlbum(chat.messages);
  posts.forEach((post, i) => {
    const message = post[0];
    const previous = posts[i - 1]?.at(-1);
    const next = posts[i + 1]?.[0];
    if (!previous || !sameDay(previous, message)) {
      nodes.push(element("div", "day", {}, element("span", "", {}, day(new Date(message.date)))));
    }
    const signature = JSON.stringify([post, language]);
    let entry = drawn.get(message.id);
    if (entry?.signature !== signature) {
      const node = message.kind === "service" ? service(message) : bubble(post, chat, on);
      if (!entry && !fresh) node.classList.add("arrived");
      entry = { signature, node };
    }
    // Apart from the signature: a node whose sound is playing is not made anew when a message follows.
    entry.node.classList.toggle("first", !grouped(previous, message));
    entry.node.classList.toggle("last", !grouped(post.at(-1), next));
    kept.set(message.id, entry);
    nodes.push(entry.node);
  });
  if (!chat.messages.length) nodes.push(introduction(chat.description));
  if (chat.blocked) nodes.push(element("div", "day", {}, element("span", "", {}, t("chat.blocked"))));
  drawn = kept;
  reconcile(nodes);
  [...list.querySelectorAll(".reply-button")].forEach((button, i, all) => (button.tabIndex = i === all.length - 1 ? 0 : -1));
  const own = chat.messages.at(-1)?.from_bot === false;
  if (follow || own) list.scrollTop = list.scrollHeight;
}

const distance = () => list.scrollHeight - list.scrollTop - list.clientHeight;

// Nodes that stay are not moved, so that focus, selection, animations and sound survive.
function reconcile(nodes) {
  const kept = new Set(nodes);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
}

// The items of an album are one post; any other message is a post of its own.
function byAlbum(messages) {
  const posts = [];
  for (const message of messages) {
    const last = posts.at(-1);
    if (message.album && last?.[0].album === message.album) last.push(message);
    else posts.push([message]);
  }
  return posts;
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

function service(message) {
  return element("div", "day", {}, element("span", "", {}, t("chat.shared", { title: message.text })));
}

function bubble(post, chat, on) {
  const message = post[0];
  const node = element("article", `message ${message.from_bot ? "in" : "out"} ${message.kind}`);
  node.dataset.message = message.id;
  node.classList.toggle("album", post.length > 1);
  const body = element("div", "bubble", {}, ...forward(message), ...quote(message, chat), ...content(post, on));
  body.classList.toggle("bare", ["photo", "video"].includes(message.kind) && post.every((m) => !m.text));
  const reaction = post.find((m) => m.reaction)?.reaction;
  const foot = meta(post.find((m) => m.edited) ?? message);
  body.append(reaction ? element("div", "foot", {}, element("span", "reaction", { role: "img", ariaLabel: t("chat.reaction", { emoji: reaction }) }, reaction), foot) : foot);
  body.append(replyButton(message, on));
  repliesTo(body, () => on.reply(message));
  node.append(body);
  if (message.buttons) node.append(inlineKeyboard(message, on));
  return node;
}

function replyButton(message, on) {
  const node = element("button", "reply-button", { type: "button", title: t("chat.reply"), ariaLabel: t("chat.reply") }, icon("reply"));
  node.addEventListener("click", () => on.reply(message));
  return node;
}

// A double click or a long press on a bubble replies to it, as in Telegram.
function repliesTo(body, reply) {
  let timer;
  const inside = (event) => event.target.closest("button, a, audio, video");
  body.addEventListener("dblclick", (event) => inside(event) || reply());
  body.addEventListener("touchstart", (event) => inside(event) || (timer = setTimeout(reply, longPress)), { passive: true });
  for (const end of ["touchend", "touchmove", "touchcancel"]) body.addEventListener(end, () => clearTimeout(timer), { passive: true });
}

function forward(message) {
  if (!message.forwarded_from) return [];
  return [element("div", "forwarded", {}, t("chat.forwarded", { name: message.forwarded_from }))];
}

// What the message answers: shown though that message may be gone.
function quote(message, chat) {
  if (!message.reply_to_id) return [];
  const original = chat.messages.find((m) => m.id === message.reply_to_id);
  const text = message.reply_to?.split("\n")[0] || t(`kind.${original?.kind ?? "text"}`);
  const node = element("button", "reply", { type: "button", ariaLabel: t("chat.replyTo", { text }) }, text);
  node.addEventListener("click", () => {
    const target = list.querySelector(`[data-message="${message.reply_to_id}"]`);
    target?.scrollIntoView({ block: "center" });
    target?.querySelector(".reply-button")?.focus({ preventScroll: true });
  });
  return [node];
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
