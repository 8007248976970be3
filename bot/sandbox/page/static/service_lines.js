import { say } from "./words.js";

const fullName = (user) => (user ? [user.first_name, user.last_name].filter(Boolean).join(" ") : "");
const names = (users) => users.map(fullName).join(", ");

const LINES = {
  new_chat_members: (m) => say("service-joined", { name: names(m.new_chat_members) }),
  left_chat_member: (m) => say("service-left", { name: fullName(m.left_chat_member) }),
  pinned_message: (m) => say("service-pinned", { name: fullName(m.from) }),
  group_chat_created: (m) => say("service-group-created", { name: fullName(m.from), title: m.chat.title }),
  new_chat_title: (m) => say("service-new-title", { name: fullName(m.from), title: m.new_chat_title }),
  migrate_to_chat_id: () => say("service-group-upgraded"),
  migrate_from_chat_id: () => say("service-group-upgraded"),
};

/** The line that a service message shows in the middle of the chat, or null for a message of somebody. */
export function serviceLine(message) {
  const kind = Object.keys(LINES).find((name) => name in message);
  return kind ? LINES[kind](message) : null;
}

export { fullName };
