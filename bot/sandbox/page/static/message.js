import { attachments, kindOf, photoWidth } from "./attachments.js";
import { shade } from "./avatar.js";
import { element, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./inline_keyboard.js";
import { fullName, serviceLine } from "./service_lines.js";
import { clockTime, wholeTime } from "./time.js";
import { say } from "./words.js";

const ONLY_EMOJI = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D|\p{Emoji_Modifier})*){1,3}$/u;

/** One message as it looks to `person`: a bubble with its buttons below, or a line of the system.
 *  `does` says what taps do: press, followLink, sendCommand, copy. */
export function messageElement(message, person, does) {
  const line = serviceLine(message);
  const attributes = { "data-message": message.message_id, "data-sender": message.from?.id ?? "" };
  if (line) return element("div", { ...attributes, class: "service" }, element("span", {}, line));
  const side = message.from?.id === person ? "out" : "in";
  const keyboard = inlineKeyboard(message, (place, button) => does.press(message, place, button));
  const kinds = [side, keyboard && "with-keyboard", message.has_protected_content && "protected", look(message)];
  const made = element(
    "article",
    { ...attributes, class: ["message", ...kinds].filter(Boolean).join(" ") },
    bubble(message, side, does),
    keyboard,
  );
  if (message.photo) made.style.setProperty("--photo-width", `${photoWidth(message)}px`);
  return made;
}

/** The frame in which the messages of an album stand together. */
export function albumElement(message, person) {
  const kind = message.photo ? "photos" : "documents";
  const side = message.from?.id === person ? "out" : "in";
  const attributes = { class: `album ${kind} ${side}`, "data-album": message.media_group_id };
  return element("div", { ...attributes, "data-sender": message.from?.id ?? "" });
}

function look(message) {
  if (message.photo) return message.caption ? "with-photo" : "with-photo bare";
  return message.text && !message.entities && ONLY_EMOJI.test(message.text) ? "large" : "";
}

function bubble(message, side, does) {
  const words = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities;
  const carried = attachments(message);
  const shown = words || carried.length ? words : kindOf(message);
  return element(
    "div",
    { class: "bubble" },
    sender(message, side),
    forwarded(message),
    via(message),
    replied(message),
    ...carried,
    shown ? element("div", { class: "words" }, ...formatted(shown, entities, does), meta(message, side)) : null,
    shown ? null : meta(message, side),
  );
}

function sender(message, side) {
  if (side === "out" || message.chat.type === "private") return null;
  return element("div", { class: `sender ${shade(message.from?.id ?? 0)}` }, fullName(message.from) || (message.sender_chat?.title ?? ""));
}

function via({ via_bot: bot }) {
  return bot ? element("div", { class: "via" }, say("via", { bot: `@${bot.username}` })) : null;
}

function forwarded(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const name = fullName(origin.sender_user) || origin.sender_user_name || origin.chat?.title || "";
  return element("div", { class: "forwarded" }, say("forwarded-from", { name }));
}

function replied(message) {
  const original = message.reply_to_message;
  // In a topic every message answers the one with which the topic began.
  if (!original || original.forum_topic_created) return null;
  return element(
    "a",
    { class: "replied", href: "#", "data-reply-to": original.message_id },
    element("strong", {}, fullName(original.from) || (original.sender_chat?.title ?? "")),
    element("span", {}, original.text ?? original.caption ?? kindOf(original)),
  );
}

// The mark stands at the end of the last line when there is room, else below it.
function meta(message, side) {
  const { date, edit_date: edited } = message;
  const sent = { datetime: new Date(date * 1000).toISOString(), title: wholeTime(date) };
  const parts = [
    message.has_protected_content && element("span", { class: "lock", title: say("protected") }, icon("lock")),
    edited && element("span", { class: "edited", title: wholeTime(edited) }, say("edited")),
    element("time", sent, clockTime(date)),
    side === "out" && element("span", { class: "tick", role: "img", "aria-label": say("sent") }, "✓"),
  ];
  return element("span", { class: "meta" }, ...parts);
}
