import * as api from "./api.js";
import { attempt, inform, toast } from "./dialogs.js";
import { awaitAnswer, isWaiting, settle } from "./inline_keyboard.js";
import { address, botLink } from "./links.js";
import { say } from "./words.js";

/** What taps on buttons and links do. `now()` gives the open chat; `bot` is {name, username}; `groups` is what people
 *  do with groups; `go(person, id, words)` opens a chat, with words in its writing field if there are any. */
export function createTaps({ now, bot, groups, go }) {
  const asked = new Map(); // id of a callback query -> key of its button, null when its answer came first

  async function press(message, place, pressed) {
    if (pressed.url) return followLink(address(pressed.url));
    if (pressed.copy_text) return copy(pressed.copy_text.text);
    if (Object.keys(pressed).some((name) => name.startsWith("switch_inline_query"))) return switchInline(pressed);
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

  // The person is led to where the bot is to be asked: here, or in a chat of their choice.
  async function switchInline(pressed) {
    const { person, id } = now();
    const here = pressed.switch_inline_query_current_chat;
    if (here !== undefined) return go(person, id, `@${bot.username} ${here}`);
    const wish = pressed.switch_inline_query_chosen_chat;
    const kinds = wish && { private: wish.allow_bot_chats || wish.allow_user_chats, groups: wish.allow_group_chats };
    const chosen = await groups.choose(kinds);
    const query = wish ? (wish.query ?? "") : pressed.switch_inline_query;
    if (chosen !== null) go(person, chosen, `@${bot.username} ${query}`);
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
    const link = botLink(url, bot.username);
    if (!link) return event ?? window.open(url.href, "_blank", "noopener,noreferrer");
    event?.preventDefault();
    openBot(link);
  }

  /** Do what a link to the bot does. */
  async function openBot({ does, payload, asAdmin }) {
    const { person } = now();
    if (does === "startgroup") return groups.start(payload, asAdmin);
    if (does === "start" && !(await attempt(api.start({ person, id: person }, payload)))) return;
    go(person, person);
  }

  /** Open what somebody pasted, as who has scanned it would: only a link to the bot leads anywhere. */
  function openPasted(text) {
    const link = botLink(address(text), bot.username);
    if (link) return openBot(link);
    toast(say("link-elsewhere", { bot: bot.name }));
  }

  async function copy(text) {
    if (await attempt(navigator.clipboard.writeText(text))) toast(say("copied"));
  }

  return { press, answered, followLink, openBot, openPasted, copy };
}
