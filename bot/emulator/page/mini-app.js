// Plays Telegram's client for the Mini App in the frame: the events of
// https://core.telegram.org/api/web-events, both ways, with the frame's own origin alone.

import { ask } from "./dialog.js";
import { byId } from "./dom.js";
import { pageText } from "./texts.js";

const frame = byId("app");
const dark = matchMedia("(prefers-color-scheme: dark)");
const noInsets = { left: 0, top: 0, right: 0, bottom: 0 };

let address = "";
let origin = "";
let talking = false; // the page in the frame has shown that it knows the protocol

/** Shows the Mini App at the address. */
export function startMiniApp(url) {
  byId("staff").hidden = false;
  origin = new URL(url, location.href).origin;
  addEventListener("message", receive);
  dark.addEventListener("change", sendTheme);
  new ResizeObserver(sendViewport).observe(frame);
  byId("app-back").addEventListener("click", () => send("back_button_pressed"));
  byId("app-main").addEventListener("click", () => send("main_button_pressed"));
  byId("app-secondary").addEventListener("click", () => send("secondary_button_pressed"));
  byId("app-reload").addEventListener("click", () => open(address));
  byId("app-open").addEventListener("click", () => open(address));
  open(url);
}

/** Opens the Mini App as Telegram opens it for a person, with what it signs for them. */
export function openFor(url, initData) {
  const launch = new URL(url, location.href);
  if (launch.origin !== origin) {
    window.open(url, "_blank", "noopener");
    return;
  }
  launch.hash = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: "9.1",
    tgWebAppPlatform: "web",
    tgWebAppThemeParams: JSON.stringify(themeParams()),
  });
  open(launch.href);
}

function open(url) {
  address = url;
  talking = false;
  byId("app-closed").hidden = true;
  frame.hidden = false;
  byId("app-back").hidden = true;
  for (const id of ["app-main", "app-secondary"]) byId(id).hidden = true;
  drawButtons();
  // A new hash alone would not load the page again.
  frame.src = "about:blank";
  frame.addEventListener("load", () => (frame.src = url), { once: true });
}

function send(eventType, eventData = null) {
  if (talking) frame.contentWindow.postMessage(JSON.stringify({ eventType, eventData }), origin);
}

function receive(event) {
  if (event.source !== frame.contentWindow || event.origin !== origin) return;
  let message;
  try {
    message = JSON.parse(event.data);
  } catch {
    return; // not an event of this protocol
  }
  talking = true;
  handlers[message?.eventType]?.(message.eventData ?? {});
}

const handlers = {
  web_app_request_theme: sendTheme,
  web_app_request_viewport: sendViewport,
  web_app_request_safe_area: () => send("safe_area_changed", noInsets),
  web_app_request_content_safe_area: () => send("content_safe_area_changed", noInsets),
  web_app_setup_main_button: (data) => setupButton("app-main", data),
  web_app_setup_secondary_button: (data) => setupButton("app-secondary", data),
  web_app_setup_back_button: ({ is_visible }) => (byId("app-back").hidden = !is_visible),
  web_app_open_popup: openPopup,
  web_app_open_link: ({ url }) => openLink(url),
  web_app_open_tg_link: ({ path_full }) => openLink(`https://t.me${path_full}`),
  web_app_close() {
    talking = false;
    frame.src = "about:blank";
    frame.hidden = true;
    byId("app-closed").hidden = false;
    setupButton("app-main", {});
    setupButton("app-secondary", {});
  },
};

function openLink(url) {
  if (/^https?:/i.test(url)) window.open(url, "_blank", "noopener");
}

function setupButton(id, data) {
  const button = byId(id);
  button.hidden = !data.is_visible || !data.text;
  button.disabled = !data.is_active;
  button.textContent = data.text ?? "";
  button.classList.toggle("busy", Boolean(data.is_progress_visible));
  button.style.backgroundColor = data.color ?? "";
  button.style.color = data.text_color ?? "";
  drawButtons();
}

function drawButtons() {
  byId("app-buttons").hidden = byId("app-main").hidden && byId("app-secondary").hidden;
}

async function openPopup({ title = "", message = "", buttons = [] }) {
  const words = { ok: pageText("ok"), close: pageText("close"), cancel: pageText("cancel") };
  const pressed = await ask({
    title: title || message,
    text: title ? message : "",
    buttons: buttons.map(({ id, type, text }) => ({
      id,
      text: words[type] ?? text,
      kind: type === "destructive" ? "destructive" : type === "cancel" || type === "close" ? "" : "primary",
    })),
  });
  send("popup_closed", pressed ? { button_id: pressed } : {});
}

function sendTheme() {
  send("theme_changed", { theme_params: themeParams() });
}

function sendViewport() {
  send("viewport_changed", {
    width: frame.clientWidth, height: frame.clientHeight, is_state_stable: true, is_expanded: true,
  });
}

// The colours of Telegram's own clients.
function themeParams() {
  return dark.matches
    ? {
        bg_color: "#17212b", text_color: "#f5f5f5", hint_color: "#8a9aa8", link_color: "#6ab3f3",
        button_color: "#2f7fc4", button_text_color: "#ffffff", secondary_bg_color: "#0e1621",
        header_bg_color: "#17212b", bottom_bar_bg_color: "#17212b", accent_text_color: "#6ab2f2",
        section_bg_color: "#17212b", section_header_text_color: "#6ab3f3", section_separator_color: "#101921",
        subtitle_text_color: "#8a9aa8", destructive_text_color: "#ec5f5f",
      }
    : {
        bg_color: "#ffffff", text_color: "#000000", hint_color: "#6b7680", link_color: "#1f75c9",
        button_color: "#1f75c9", button_text_color: "#ffffff", secondary_bg_color: "#f1f3f5",
        header_bg_color: "#ffffff", bottom_bar_bg_color: "#ffffff", accent_text_color: "#1f75c9",
        section_bg_color: "#ffffff", section_header_text_color: "#1f75c9", section_separator_color: "#e5e8ea",
        subtitle_text_color: "#6b7680", destructive_text_color: "#cc2929",
      };
}
