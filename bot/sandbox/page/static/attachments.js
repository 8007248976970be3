import { fileAddress } from "./api.js";
import { avatar } from "./avatar.js";
import { button, element, icon } from "./dom.js";
import { showPhoto, toast } from "./dialogs.js";
import { language, say } from "./words.js";

const UNITS = ["B", "KB", "MB", "GB"];
// What is kept as a file, in the order in which a message is looked through: an animation is a document too.
const FILES = ["animation", "video", "document", "audio", "voice", "video_note"];
const LARGEST = 420; // CSS pixels, of the longer side of a photo
const SMALLEST = 240; // what is smaller is drawn with larger dots, so that a code can be scanned

/** What a message carries beside words: nodes for photo, document or contact; an empty list when nothing. */
export function attachments(message) {
  if (message.photo?.length) return [photo(message.photo.at(-1), message)];
  if (message.location) return [place(message.location)];
  for (const kind of FILES) if (message[kind]) return [file(message[kind], message, kind)];
  if (message.contact) return [contact(message.contact)];
  return [];
}

/** A word for what a message without words is: "Ảnh", "Tệp", …; for the list of people and for quotes. */
export function kindOf(message) {
  if (message.photo) return say("kind-photo");
  if (message.location) return say("kind-location");
  for (const kind of FILES) if (message[kind]) return message[kind].file_name ?? say(`kind-${kind}`);
  if (message.contact) return say("kind-contact");
  return say("kind-other");
}

/** How wide a message's photo is shown, in CSS pixels. */
export function photoWidth(message) {
  return shownSize(message.photo.at(-1)).width;
}

// Small pictures grow by whole numbers: their dots stay sharp.
function shownSize({ width = LARGEST, height = LARGEST }) {
  const longer = Math.max(width, height);
  const scale = longer < SMALLEST ? Math.floor(SMALLEST / longer) : Math.min(1, LARGEST / longer);
  return { width: Math.round(width * scale), height: Math.round(height * scale), isGrown: scale > 1 };
}

// Telegram does not let protected content be saved; the browser's own menu would.
function guardOf(message) {
  return message.has_protected_content ? { oncontextmenu: refuseSaving, ondragstart: refuseSaving } : {};
}

function refuseSaving(event) {
  event?.preventDefault();
  toast(say("protected-saving"));
}

function photo(size, message) {
  const { width, height, isGrown } = shownSize(size);
  const address = fileAddress(size.file_id);
  const guard = guardOf(message);
  const alt = message.caption ?? say("photo");
  const look = { class: isGrown ? "grown" : null, decoding: "async" };
  const image = element("img", { src: address, alt, width, height, ...look, ...guard });
  const open = () => showPhoto(address, alt, guard);
  return element("button", { type: "button", class: "photo", "aria-label": say("photo-open"), onclick: open }, image);
}

function file(document, message, kind) {
  const name = document.file_name ?? say(`kind-${kind}`);
  const about = element(
    "span",
    { class: "file-about" },
    element("span", { class: "file-name" }, name),
    element("span", { class: "file-size" }, sizeInWords(document.file_size ?? 0)),
  );
  const isKept = message.has_protected_content;
  const drawing = icon(isKept ? "lock" : "download");
  const mark = element("span", { class: "file-mark" }, drawing, element("span", {}, extension(name)));
  if (isKept) return button({ class: "file", "aria-label": name, onclick: () => refuseSaving() }, mark, about);
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

function place({ latitude, longitude }) {
  const where = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
  const about = element(
    "span",
    { class: "file-about" },
    element("span", { class: "file-name" }, say("kind-location")),
    element("span", { class: "file-size" }, where),
  );
  return element("div", { class: "contact", "data-place": where }, element("span", { class: "file-mark" }, "📍"), about);
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
