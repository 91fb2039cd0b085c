// Small helpers around the DOM. Nothing here or elsewhere on the page takes HTML.

export const byId = (id) => document.getElementById(id);

/** An element with a class, properties and children; a child may be text. */
export function element(tag, className = "", properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/page/icons.svg#${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export function avatar(name, id) {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  const node = element("span", `avatar color-${id % 7}`, {}, initials);
  node.setAttribute("aria-hidden", "true");
  return node;
}

/** A button that opens and closes what it controls; Escape and a click elsewhere close it. */
export function disclosure(button, target, onOpen = () => {}) {
  const set = (open) => {
    target.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    const open = target.hidden;
    if (open) onOpen();
    set(open);
    if (open) target.querySelector("button")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (!button.contains(event.target) && !target.hidden) set(false);
  });
  target.addEventListener("keydown", (event) => {
    const items = [...target.querySelectorAll("button")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      set(false);
      button.focus();
    } else if (step) {
      event.preventDefault();
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length]?.focus();
    }
  });
}
