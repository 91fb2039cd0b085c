// What a post consists of: words, files, places.

import { avatar, element, icon } from "./dom.js";
import { formatted } from "./formatted.js";
import { t } from "./texts.js";

/** The nodes of a message, or of an album: its files, then the words under them. */
export function content(post, on) {
  const captioned = post.find((m) => m.text) ?? post[0];
  const text = formatted(captioned.text, captioned.entities, on.command);
  const seen = post.filter((m) => m.kind === "photo" || m.kind === "video");
  const nodes = post.filter((m) => !seen.includes(m)).flatMap(one);
  if (seen.length) nodes.unshift(element("div", `pictures count-${Math.min(seen.length, 4)}`, {}, ...seen.flatMap(one)));
  return saysItself.has(post[0].kind) ? nodes : [...nodes, text];
}

const saysItself = new Set(["sticker", "dice", "venue"]);

function one(message) {
  const { file } = message;
  switch (message.kind) {
    case "sticker":
    case "dice":
      return [element("span", "sticker-emoji", { role: "img", ariaLabel: t(`kind.${message.kind}`) }, message.text)];
    case "photo":
      return [element("img", "", { src: address(file), alt: t("kind.photo"), width: file.width, height: file.height })];
    case "video":
    case "video_note":
      return [element("video", message.kind === "video_note" ? "round-video" : "", {
        src: address(file), controls: true, preload: "metadata", playsInline: true, ariaLabel: t(`kind.${message.kind}`),
      })];
    case "voice":
    case "audio":
      return [element("div", "sound", {},
        element("span", "sound-title", {}, message.kind === "audio" ? file.name : t("kind.voice"), file.duration ? ` · ${length(file.duration)}` : ""),
        element("audio", "", { src: address(file), controls: true, preload: "none", ariaLabel: t(`kind.${message.kind}`) }))];
    case "document":
      return [element("a", "attachment", { href: address(file), download: file.name ?? "" }, ...attachment(round("document"), file.name ?? t("kind.document"), size(file.size)))];
    case "contact":
      return [element("div", "attachment", {}, ...attachment(avatar(message.contact.name, message.contact.user_id ?? 0), message.contact.name, phone(message.contact.phone)))];
    case "venue":
    case "location": {
      const [title, detail] = message.kind === "venue" ? message.text.split("\n") : [t("kind.location"), place(message.location)];
      return [element("div", "attachment", {}, ...attachment(round("pin"), title, detail))];
    }
    case "poll":
      return [element("span", "poll-title", {}, t("kind.poll"))];
    default:
      return [];
  }
}

function attachment(picture, title, detail) {
  return [picture, element("div", "", {}, element("strong", "", {}, title), element("span", "", {}, detail))];
}

const address = (file) => `/emulator/files/${file.id}`;

const round = (name) => element("span", "round", {}, icon(name));

const phone = (number) => (number.startsWith("+") ? number : `+${number}`);

const place = ({ latitude, longitude }) => `${latitude}, ${longitude}`;

const length = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function size(bytes) {
  if (bytes < 1024) return t("size.bytes", { count: bytes });
  if (bytes < 1024 * 1024) return t("size.kilobytes", { count: Math.round(bytes / 1024) });
  return t("size.megabytes", { count: Math.round(bytes / 1024 / 1024) });
}
