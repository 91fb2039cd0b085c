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
let menuButton = {};

/** on has say(text), edit(message, text), tap(message, row, column, button), send(kind), start(), openApp(url). */
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
    } else if (event.key === "Escape" && editing) {
      stopEditing();
    }
  });
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

export function drawComposer(chat) {
  const idle = chat.blocked || !chat.messages.length;
  form.hidden = idle;
  byId("start").hidden = !idle;
  byId("start").textContent = chat.blocked ? t("composer.unblock") : t("composer.start");
  drawMenuButton(chat);
  drawKeyboard(idle ? null : chat.keyboard);
  text.placeholder = chat.keyboard?.placeholder || t("composer.placeholder");
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
  editing = message.id;
  text.value = message.text;
  byId("editing").hidden = false;
  grow();
  text.focus();
}

function stopEditing() {
  editing = 0;
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
    handlers.say(value);
  }
  stopEditing();
}

// The field is as high as its text, up to the limit that the style sets.
function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
  form.classList.toggle("has-text", text.value.trim() !== "");
}
