import { button, element, icon } from "./dom.js";
import { say } from "./words.js";

const STYLES = new Set(["primary", "success", "danger"]);
const CROWDED = 5; // more buttons than this in a row get smaller letters
const PATIENCE = 20_000; // milliseconds; Telegram refuses an answer after some 15 s
const waiting = new Map(); // key of a pressed button -> timer

/** Buttons under a bubble. `onPress(place, button)` gets {row, column} and the Bot API's button. */
export function inlineKeyboard(message, onPress) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return element("div", { class: "inline-keyboard" }, ...rows.map((row, at) => line(message, row, at, onPress)));
}

function line(message, buttons, row, onPress) {
  const made = buttons.map((each, column) => {
    const key = keyOf(message, each);
    const style = STYLES.has(each.style) ? each.style : "plain";
    const attributes = {
      class: `inline-button ${style}${waiting.has(key) ? " waiting" : ""}`,
      "aria-busy": waiting.has(key) ? "true" : null,
      "data-key": key,
      title: each.url ?? null,
      onclick: () => onPress({ row, column, key }, each),
    };
    return button(attributes, element("span", {}, each.text), corner(each));
  });
  return element("div", { class: buttons.length > CROWDED ? "inline-row crowded" : "inline-row" }, ...made);
}

function corner(each) {
  if (each.url) return icon("outside");
  if (each.copy_text) return icon("copy");
  if ("switch_inline_query" in each || "switch_inline_query_current_chat" in each) return icon("share");
  return null;
}

// The same button keeps its spinner when its message is edited while it waits.
function keyOf(message, each) {
  return `${message.chat.id}/${message.message_id}/${each.callback_data ?? each.text}`;
}

/** Let the pressed button wait for the bot's answer; after a while it gives up by itself and calls `onSilence`. */
export function awaitAnswer(key, onSilence) {
  clearTimeout(waiting.get(key));
  const giveUp = () => {
    settle(key);
    onSilence(say("bot-silent"));
  };
  waiting.set(key, setTimeout(giveUp, PATIENCE));
  show(key, true);
}

/** Whether this button still waits for an answer. */
export const isWaiting = (key) => waiting.has(key);

/** The bot answered, or nobody waits any longer. */
export function settle(key) {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  show(key, false);
}

function show(key, busy) {
  for (const each of document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)) {
    each.classList.toggle("waiting", busy);
    if (busy) each.setAttribute("aria-busy", "true");
    else each.removeAttribute("aria-busy");
  }
}
