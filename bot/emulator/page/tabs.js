// On a narrow screen the two halves of the page are tabs.

import { byId } from "./dom.js";

const names = ["client", "staff"];

export function startTabs(hasStaff) {
  byId("tabs").hidden = !hasStaff;
  names.forEach((name, i) => {
    byId(`tab-${name}`).addEventListener("click", () => show(name));
    byId(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      const other = names[1 - i];
      show(other);
      byId(`tab-${other}`).focus();
    });
  });
}

function show(selected) {
  byId("stage").dataset.tab = selected;
  for (const name of names) {
    byId(`tab-${name}`).setAttribute("aria-selected", String(name === selected));
    byId(`tab-${name}`).tabIndex = name === selected ? 0 : -1;
  }
}
