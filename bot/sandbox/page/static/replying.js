import { kindOf } from "./attachments.js";
import { byId } from "./dom.js";
import { fullName } from "./service_lines.js";

const bar = byId("replying");

/** Which message the next one answers: chosen by a double tap on a bubble, or asked for by the bot. */
export function createReplying() {
  let to = null;

  /** Answer this message with the next one; null for none. */
  function set(message) {
    to = message;
    bar.hidden = message === null;
    if (!message) return;
    byId("replying-name").textContent = fullName(message.from);
    byId("replying-words").textContent = message.text ?? message.caption ?? kindOf(message);
  }

  /** The id to answer, once. */
  function take() {
    const id = to?.message_id;
    set(null);
    return id;
  }

  byId("replying-stop").addEventListener("click", () => set(null));
  return { set, take };
}
