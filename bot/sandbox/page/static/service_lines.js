import { say } from "./words.js";

const fullName = (user) => (user ? [user.first_name, user.last_name].filter(Boolean).join(" ") : "");
const names = (users) => users.map(fullName).join(", ");

const LINES = {
  new_chat_members: (m) => moved(m, m.new_chat_members, "service-joined", "service-added"),
  left_chat_member: (m) => moved(m, [m.left_chat_member], "service-left", "service-removed"),
  pinned_message: (m) => say("service-pinned", { name: fullName(m.from) }),
  group_chat_created: (m) => say("service-group-created", { name: fullName(m.from), title: m.chat.title }),
  new_chat_title: (m) => say("service-new-title", { name: fullName(m.from), title: m.new_chat_title }),
  forum_topic_created: (m) =>
    say("service-topic-created", { name: fullName(m.from), title: m.forum_topic_created.name }),
  forum_topic_edited: (m) => say("service-topic-renamed", { name: fullName(m.from), title: m.forum_topic_edited.name }),
  forum_topic_closed: (m) => say("service-topic-closed", { name: fullName(m.from) }),
  forum_topic_reopened: (m) => say("service-topic-reopened", { name: fullName(m.from) }),
  migrate_to_chat_id: () => say("service-group-upgraded"),
  migrate_from_chat_id: () => say("service-group-upgraded"),
};

// People come and go by themselves, or by somebody else.
function moved(message, users, alone, byAnother) {
  const isAlone = users.some(({ id }) => id === message.from?.id);
  return say(isAlone ? alone : byAnother, { name: names(users), user: fullName(message.from) });
}

/** The line that a service message shows in the middle of the chat, or null for a message of somebody. */
export function serviceLine(message) {
  const kind = Object.keys(LINES).find((name) => name in message);
  return kind ? LINES[kind](message) : null;
}

export { fullName };
