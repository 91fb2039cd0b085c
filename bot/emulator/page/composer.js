// What a customer writes with: the text field, the bot's keyboard and commands, attachments.

import { byId, disclosure, element } from "./dom.js";
import { t } from "./texts.js";

const form = byId("composer");
const text = byId("text");
const keyboard = byId("reply-keyboard");
const toggle = byId("toggle-keyboard");

let handlers;
let drawnKeyboard = "";
let editing = 0;
let replyTo = 0;
let placeholder = ""; // of a reply that the bot asks for
let asked = 0; // the newest message that asked for one
let shown = 0; // whose chat
let menuButton = {};

/**
 * on has say(text, replyTo), files(files, kind, caption, replyTo), edit(message, text),
 * tap(message, row, column, button), send(kind), start(), openApp(url).
 */
export function startComposer(on) {
  handlers = on;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  text.addEventListener("input", grow);
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && (editing || replyTo)) {
      stopEditing();
    }
  });
  text.addEventListener("paste", (event) => {
    if (event.clipboardData.files.length) sendFiles(event.clipboardData.files);
  });
  for (const [item, input, kind] of [["pick-pictures", "pictures", ""], ["pick-files", "files", "document"]]) {
    byId(item).addEventListener("click", () => byId(input).click());
    byId(input).addEventListener("change", (event) => {
      sendFiles(event.target.files, kind);
      event.target.value = "";
    });
  }
  toggle.addEventListener("click", () => showKeyboard(keyboard.hidden));
  byId("start").addEventListener("click", () => handlers.start());
  byId("stop-editing").addEventListener("click", stopEditing);
  disclosure(byId("attach"), byId("attach-menu"));
  for (const item of document.querySelectorAll("[data-send]")) {
    item.addEventListener("click", () => handlers.send(item.dataset.send));
  }
  byId("menu-button").addEventListener("click", (event) => {
    if (menuButton.type !== "web_app") return;
    event.stopImmediatePropagation();
    handlers.openApp(menuButton.web_app.url);
  });
  disclosure(byId("menu-button"), byId("commands"));
}

/** Sends files with what is written as their caption, as a reply if one has begun. */
export function sendFiles(files, kind = "", duration = 0) {
  if (!files.length) return;
  handlers.files([...files], { kind, caption: editing ? "" : text.value.trim(), replyTo, duration });
  stopEditing();
}

export function drawComposer(chat) {
  const idle = chat.blocked || !chat.messages.length;
  if (chat.id !== shown) {
    if (editing || replyTo) stopEditing();
    shown = chat.id;
  }
  if (replyTo && !chat.messages.some((m) => m.id === replyTo)) stopEditing(); // deleted meanwhile
  form.hidden = idle || !byId("recording").hidden;
  byId("start").hidden = !idle;
  byId("start").textContent = chat.blocked ? t("composer.unblock") : t("composer.start");
  drawMenuButton(chat);
  drawKeyboard(idle ? null : chat.keyboard);
  const last = chat.messages.at(-1);
  if (last?.force_reply && last.id !== asked) {
    asked = last.id;
    placeholder = last.placeholder ?? "";
    startReplying(last);
  }
  text.placeholder = (replyTo === asked && placeholder) || chat.keyboard?.placeholder || t("composer.placeholder");
}

function drawMenuButton(chat) {
  menuButton = chat.menu_button;
  const app = menuButton.type === "web_app";
  byId("menu-button-text").textContent = app ? menuButton.text : t("composer.menu");
  const commands = chat.commands ?? [];
  byId("menu-button").hidden = !app && !commands.length;
  byId("commands").replaceChildren(...commands.map(({ command, description }) => {
    const item = element("button", "", { type: "button", role: "menuitem" },
      element("span", "", {}, description), element("span", "name", {}, `/${command}`));
    item.addEventListener("click", () => handlers.say(`/${command}`));
    return item;
  }));
}

function drawKeyboard(state) {
  const signature = JSON.stringify(state ?? null);
  if (signature === drawnKeyboard) return;
  drawnKeyboard = signature;
  toggle.hidden = !state;
  keyboard.replaceChildren(...(state?.rows ?? []).map((row, r) =>
    element("div", "row", {}, ...row.map((button, c) => {
      const node = element("button", "", { type: "button", textContent: button.text });
      node.addEventListener("click", () => {
        if (state.one_time) showKeyboard(false);
        handlers.tap(state.message_id, r, c, button);
      });
      return node;
    }))));
  showKeyboard(Boolean(state));
}

function showKeyboard(open) {
  keyboard.hidden = !open;
  toggle.setAttribute("aria-expanded", String(open));
}

/** Puts a message of the customer into the text field, to be changed. */
export function startEditing(message) {
  replyTo = 0;
  editing = message.id;
  text.value = message.text;
  showContext(t("composer.editing"), t("composer.stopEditing"));
}

/** Makes the next message a reply to this one. */
export function startReplying(message) {
  if (editing) text.value = "";
  editing = 0;
  replyTo = message.id;
  const words = message.text.split("\n")[0] || t(`kind.${message.kind}`);
  showContext(t("composer.replying", { text: words }), t("composer.stopReplying"));
}

function showContext(words, stop) {
  byId("editing").hidden = false;
  byId("editing-text").textContent = words;
  byId("stop-editing").ariaLabel = stop;
  byId("stop-editing").title = stop;
  grow();
  text.focus();
}

function stopEditing() {
  editing = 0;
  replyTo = 0;
  text.value = "";
  byId("editing").hidden = true;
  grow();
}

function submit() {
  const value = text.value.trim();
  if (!value) return;
  if (editing) {
    handlers.edit(editing, value);
  } else {
    handlers.say(value, replyTo);
  }
  stopEditing();
}

// The field is as high as its text, up to the limit that the style sets.
function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
  form.classList.toggle("has-text", text.value.trim() !== "");
}
