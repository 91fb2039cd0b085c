// A text with entities as DOM: the offsets are UTF-16 units, as those of JavaScript strings are.

import { element } from "./dom.js";

const tags = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** The text as a fragment; onCommand is called with a command that was clicked. */
export function formatted(text, entities, onCommand) {
  return part(text, 0, text.length, [...(entities ?? [])], onCommand);
}

// Entities are sorted with the outer before the inner, so the first that begins here holds the others.
function part(text, from, to, entities, onCommand) {
  const fragment = document.createDocumentFragment();
  let at = from;
  while (entities.length && entities[0].offset < to) {
    const entity = entities.shift();
    const begin = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (begin >= end) continue;
    fragment.append(text.slice(at, begin));
    const inner = [];
    while (entities.length && entities[0].offset < end) inner.push(entities.shift());
    const node = wrapper(entity, text.slice(begin, end), onCommand);
    node.append(part(text, begin, end, inner, onCommand));
    fragment.append(node);
    at = end;
  }
  fragment.append(text.slice(at, to));
  return fragment;
}

function wrapper(entity, text, onCommand) {
  switch (entity.type) {
    case "text_link":
    case "url":
      return link(entity.url ?? text);
    case "bot_command":
      return element("button", "command", { type: "button", onclick: () => onCommand(text) });
    case "spoiler": {
      const spoiler = element("button", "spoiler", { type: "button" });
      spoiler.addEventListener("click", () => spoiler.classList.add("open"));
      return spoiler;
    }
    default:
      return element(tags[entity.type] ?? "span");
  }
}

function link(address) {
  const { protocol } = new URL(address, location.href);
  if (protocol !== "https:" && protocol !== "http:") return element("span", "link");
  return element("a", "", { href: address, target: "_blank", rel: "noopener noreferrer" });
}
