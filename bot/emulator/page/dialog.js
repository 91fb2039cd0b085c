import { byId, element } from "./dom.js";
import { t } from "./texts.js";

const dialog = byId("dialog");

/**
 * Asks and resolves to the id of the button that was pressed, "" if none was.
 * A button is {id, text, kind}, kind being "", "primary" or "destructive"; fields are inputs to show.
 */
export function ask({ title, text = "", fields = [], buttons }) {
  byId("dialog-title").textContent = title;
  byId("dialog-text").textContent = text;
  byId("dialog-text").hidden = !text;
  byId("dialog-fields").replaceChildren(...fields);
  byId("dialog-buttons").replaceChildren(
    ...buttons.map(({ id, text, kind = "" }) =>
      element("button", kind, { type: "submit", value: id, textContent: text, formNoValidate: kind === "" }),
    ),
  );
  dialog.returnValue = "";
  dialog.showModal();
  (fields[0]?.querySelector("input") ?? byId("dialog-buttons").lastElementChild).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

/** Asks a yes-or-no question; resolves to whether the answer is yes. */
export async function confirm(title, text, yes) {
  const buttons = [{ id: "", text: t("cancel") }, { id: "yes", text: yes, kind: "primary" }];
  return (await ask({ title, text, buttons })) === "yes";
}

/** A labelled input for ask. */
export function field(label, properties) {
  return element("label", "field", {}, element("span", "", {}, label), element("input", "", properties));
}

let timer;

/** Says something that needs no answer at the bottom of the chat. */
export function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (node.hidden = true), 3000);
}
