// The strip that says what to try first.

import { byId, element } from "./dom.js";
import { toast } from "./dialog.js";
import { pageText } from "./texts.js";

const hiddenKey = "hints-hidden";

/** Draws the strip; again: even if it was closed. */
export function startHints(config, again = false) {
  if (again) sessionStorage.removeItem(hiddenKey);
  if (sessionStorage.getItem(hiddenKey)) return;
  const steps = config.hints ?? (config.mini_app_url ? ["hints.1", "hints.2", "hints.3"].map((key) => pageText(key)) : []);
  byId("hints").hidden = !steps.length;
  byId("hint-steps").replaceChildren(...steps.map((step) => element("li", "", {}, step)));
  byId("login").hidden = !config.login;
  byId("log-in").textContent = pageText("hints.logIn", { name: config.staff });
  byId("log-in").hidden = !config.staff;
  copyButton(byId("copy-login"), config.login);
  copyButton(byId("copy-password"), config.password);
  byId("close-hints").onclick = () => {
    sessionStorage.setItem(hiddenKey, "1");
    byId("hints").hidden = true;
  };
}

function copyButton(button, value) {
  button.textContent = value;
  button.title = pageText("copy", { value });
  button.setAttribute("aria-label", button.title);
  button.onclick = async () => {
    await navigator.clipboard.writeText(value);
    toast(pageText("copied"));
  };
}
