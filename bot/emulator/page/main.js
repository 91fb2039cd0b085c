// The page: holds which customer's phone is shown and brings state and actions together.

import { drawMessages } from "./chat.js";
import { drawComposer, sendFiles as sendChosen, startComposer, startEditing, startReplying } from "./composer.js";
import { ask, confirm, field, toast } from "./dialog.js";
import { byId, disclosure } from "./dom.js";
import { startHints } from "./hints.js";
import { openFor, startMiniApp } from "./mini-app.js";
import { drawPeople } from "./people.js";
import { act, addCustomer, getConfig, logIn, sendFiles, watch } from "./server.js";
import { startTabs } from "./tabs.js";
import { pageText, setLanguage, t, translatePage } from "./texts.js";
import { startVoice } from "./voice.js";

const selectedKey = "selected-customer";
const maxCaption = 1024;
const maxUpload = 50 * 1024 * 1024; // what the server takes at once
const config = await getConfig();

let selected = Number(sessionStorage.getItem(selectedKey));
let unwatch = () => {};
let customer;
let chat;
let language;
let typingTimer;

function select(id) {
  selected = id;
  sessionStorage.setItem(selectedKey, id);
  byId("client").classList.remove("show-people");
  unwatch();
  unwatch = watch(id, draw, () => (byId("bot-status").textContent = t("status.offline")));
}

function draw(state) {
  customer = state.customers.find((c) => c.id === selected);
  if (!customer) {
    if (state.customers.length) select(state.customers[0].id);
    return;
  }
  chat = state.chat;
  if (language !== customer.language) {
    language = customer.language;
    setLanguage(language);
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === customer.language));
  }
  const waiting = drawPeople(state.customers, selected, select);
  byId("other-unread").hidden = !waiting;
  byId("other-unread").textContent = waiting;
  byId("block").textContent = chat.blocked ? t("menu.unblock") : t("menu.block");
  byId("edit-last").disabled = !lastOwnText();
  drawStatus();
  drawMessages(chat, language, { command: say, tap, reply: startReplying });
  drawComposer(chat);
}

function drawStatus() {
  clearTimeout(typingTimer);
  const typing = Boolean(chat.typing_for);
  byId("bot-status").textContent = typing ? t("status.typing") : t("status.bot", { name: customer.name });
  byId("bot-status").classList.toggle("typing", typing);
  if (typing) typingTimer = setTimeout(() => ((chat.typing_for = 0), drawStatus()), chat.typing_for);
}

function lastOwnText() {
  return chat.messages.findLast((m) => !m.from_bot && m.kind === "text");
}

async function perform(action, body) {
  try {
    return await act(selected, action, body);
  } catch {
    toast(t("failed"));
    return null;
  }
}

const say = (text, replyTo = 0) => perform("say", { text, reply_to: replyTo });

async function files(chosen, { caption, ...about }) {
  const total = chosen.reduce((sum, file) => sum + file.size, 0);
  if (total > maxUpload) return toast(t("files.tooLarge"));
  try {
    const fits = caption.length <= maxCaption;
    await sendFiles(selected, chosen, { ...about, caption: fits ? caption : "" });
    if (!fits) await say(caption);
  } catch (error) {
    toast(error.status === 507 ? t("files.full") : t("failed"));
  }
}

async function send(kind) {
  if (kind === "contact" && !(await confirm(t("contact.title"), t("contact.text", { phone: customer.phone }), t("contact.share")))) return;
  if (kind === "location" && !(await confirm(t("location.title"), t("location.text"), t("location.share")))) return;
  await perform("send", { kind });
}

async function tap(message, row, column, button, node) {
  if (button.request_contact) return send("contact");
  if (button.request_location) return send("location");
  if (button.request_chat) return toast(t("chat.noGroups"));
  if (button.web_app_url) return openApp(button.web_app_url);
  if (button.copy_text) {
    await navigator.clipboard.writeText(button.copy_text);
    return toast(t("copied"));
  }
  if (button.url) {
    if (await confirm(t("link.title"), button.url, t("link.open"))) window.open(button.url, "_blank", "noopener");
    return;
  }
  node?.classList.add("waiting");
  node?.setAttribute("aria-busy", "true");
  const answer = await perform("tap", { message, row, column });
  node?.classList.remove("waiting");
  node?.removeAttribute("aria-busy");
  if (answer?.alert) await ask({ title: answer.text, buttons: [{ id: "", text: t("ok"), kind: "primary" }] });
  else if (answer?.text) toast(answer.text);
}

async function openApp(url) {
  const answer = await perform("init-data");
  if (!answer) return;
  openFor(url, answer.init_data);
  byId("tab-staff").click();
}

async function openAsStaff() {
  try {
    openFor(config.mini_app_url, (await logIn(document.documentElement.lang)).init_data);
    byId("tab-staff").click();
    byId("login").hidden = true;
  } catch {
    toast(pageText("failed"));
  }
}

async function newCustomer() {
  const names = language === "ru" ? ["Мария Соколова", "Илья Котов", "Вера Белова"] : ["Mary Falcon", "Ian Katz", "Vera White"];
  const digits = String(Math.floor(Math.random() * 1e7)).padStart(7, "0");
  const name = field(t("customer.name"), { value: names[Math.floor(Math.random() * names.length)], required: true, maxLength: 64 });
  const phone = field(t("customer.phone"), { value: `+7900${digits}`, type: "tel", required: true, maxLength: 20 });
  const buttons = [{ id: "", text: t("cancel") }, { id: "add", text: t("customer.add"), kind: "primary" }];
  const pressed = await ask({ title: t("customer.title"), text: t("customer.text"), fields: [name, phone], buttons });
  if (pressed !== "add") return;
  const value = (label) => label.querySelector("input").value.trim();
  select(await addCustomer({ name: value(name), phone: value(phone), language }));
}

byId("bot-name").textContent = config.bot;
document.title = config.bot;
startTabs(Boolean(config.mini_app_url));
if (config.mini_app_url) startMiniApp(config.mini_app_url);
startVoice({ voice: (file, seconds) => sendChosen([file], "voice", seconds) });
startComposer({
  say,
  files,
  send,
  tap,
  openApp,
  edit: (message, text) => perform("edit", { message, text }),
  start: () => (chat.blocked ? perform("block", { blocked: false }) : say("/start")),
});
disclosure(byId("more"), byId("more-menu"));
byId("block").addEventListener("click", () => perform("block", { blocked: !chat.blocked }));
byId("edit-last").addEventListener("click", () => startEditing(lastOwnText()));
byId("reopen-hints").addEventListener("click", () => startHints(config, true));
byId("log-in").addEventListener("click", openAsStaff);
byId("new-customer").addEventListener("click", newCustomer);
byId("show-people").addEventListener("click", () => byId("client").classList.toggle("show-people"));
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => perform("language", { language: button.dataset.language }));
}
translatePage();
startHints(config);
select(selected);
