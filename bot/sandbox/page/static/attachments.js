import { fileAddress } from "./api.js";
import { avatar } from "./avatar.js";
import { element, icon } from "./dom.js";
import { showPhoto } from "./dialogs.js";
import { language, say } from "./words.js";

const UNITS = ["B", "KB", "MB", "GB"];
const WIDEST = 420; // CSS pixels
const TALLEST = 420;

/** What a message carries beside words: nodes for photo, document or contact; an empty list when nothing. */
export function attachments(message) {
  if (message.photo?.length) return [photo(message.photo.at(-1), message)];
  if (message.document) return [file(message.document, message)];
  if (message.contact) return [contact(message.contact)];
  return [];
}

/** A word for what a message without words is: "Ảnh", "Tệp", …; for the list of people and for quotes. */
export function kindOf(message) {
  if (message.photo) return say("kind-photo");
  if (message.document) return message.document.file_name ?? say("kind-document");
  if (message.contact) return say("kind-contact");
  return say("kind-other");
}

function photo(size, message) {
  const scale = Math.min(1, WIDEST / (size.width || WIDEST), TALLEST / (size.height || TALLEST));
  const address = fileAddress(size.file_id);
  const image = element("img", {
    src: address,
    alt: message.caption ?? say("photo"),
    width: size.width ? Math.round(size.width * scale) : null,
    height: size.height ? Math.round(size.height * scale) : null,
    decoding: "async",
  });
  const open = () => showPhoto(address, image.alt);
  return element("button", { type: "button", class: "photo", "aria-label": say("photo-open"), onclick: open }, image);
}

function file(document, message) {
  const name = document.file_name ?? say("kind-document");
  const about = element(
    "span",
    { class: "file-about" },
    element("span", { class: "file-name" }, name),
    element("span", { class: "file-size" }, sizeInWords(document.file_size ?? 0)),
  );
  const isKept = message.has_protected_content;
  const drawing = icon(isKept ? "lock" : "download");
  const mark = element("span", { class: "file-mark" }, drawing, element("span", {}, extension(name)));
  if (isKept) return element("div", { class: "file" }, mark, about);
  const label = say("download", { name });
  const link = { class: "file", href: fileAddress(document.file_id), download: name, "aria-label": label };
  return element("a", link, mark, about);
}

function extension(name) {
  const ending = name.includes(".") ? name.split(".").at(-1) : "";
  return ending.length <= 4 ? ending.toUpperCase() : "";
}

function sizeInWords(bytes) {
  let unit = 0;
  let size = bytes;
  while (size >= 1024 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit > 0 && size < 10 ? 1 : 0;
  return `${size.toLocaleString(language, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}

function contact(card) {
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  const phone = card.phone_number.startsWith("+") ? card.phone_number : `+${card.phone_number}`;
  return element(
    "div",
    { class: "contact" },
    avatar(card.user_id ?? 0, name),
    element(
      "span",
      { class: "file-about" },
      element("span", { class: "file-name" }, name),
      element("a", { href: `tel:${phone}`, "aria-label": say("contact-call", { phone }) }, phone),
    ),
  );
}
