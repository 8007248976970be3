import * as api from "./api.js";
import { attempt, inform, toast } from "./dialogs.js";
import { awaitAnswer, isWaiting, settle } from "./inline_keyboard.js";
import { address, startPayload } from "./links.js";
import { say } from "./words.js";

/** What taps on buttons and links do. `now()` gives the open chat; `bot` is {name, username};
 *  `compose(text)` puts words into the writing field. */
export function createTaps({ now, bot, compose }) {
  const asked = new Map(); // id of a callback query -> key of its button, null when its answer came first

  async function press(message, place, pressed) {
    if (pressed.url) return followLink(address(pressed.url));
    if (pressed.copy_text) return copy(pressed.copy_text.text);
    const query = pressed.switch_inline_query_current_chat ?? pressed.switch_inline_query;
    if (query !== undefined) return compose(`@${bot.username} ${query}`);
    if (isWaiting(place.key)) return;
    awaitAnswer(place.key, toast);
    try {
      const { query_id } = await api.press(now(), message.message_id, place.row, place.column);
      if (asked.has(query_id)) settle(place.key);
      asked.set(query_id, place.key);
    } catch (error) {
      settle(place.key);
      toast(say("failed", { reason: error.message }));
    }
  }

  /** The bot's answer to somebody's tap; only the person on the screen sees its words. */
  function answered({ query_id, person_id, text, show_alert, url, expired }) {
    const key = asked.get(query_id);
    if (key) settle(key);
    asked.set(query_id, null);
    if (person_id !== now()?.person) return;
    if (url) followLink(address(url));
    if (expired && key) toast(say("bot-silent"));
    if (text && show_alert) inform(text);
    else if (text) toast(text);
  }

  /** Follow a link: one that opens the bot inside, any other in a tab of its own (where `event` is a click on a
   *  real link the browser does that by itself). */
  function followLink(url, event) {
    if (!url) return;
    const payload = startPayload(url, bot.username);
    if (payload === null) return event ?? window.open(url.href, "_blank", "noopener,noreferrer");
    event?.preventDefault();
    const chat = now();
    if (chat.id !== chat.person) location.hash = `#/${chat.person}`;
    attempt(api.start(chat, payload));
  }

  async function copy(text) {
    if (await attempt(navigator.clipboard.writeText(text))) toast(say("copied"));
  }

  return { press, answered, followLink, copy };
}
