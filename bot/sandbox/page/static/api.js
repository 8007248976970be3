import { language, say } from "./words.js";

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(`/sandbox${path}`, options);
  } catch {
    throw new Error(say("no-network"));
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok || answer.error) throw new Error(answer.error ?? `HTTP ${response.status}`);
  return answer;
}

// Who somebody is, and their heading in the list, in the language of the page where they are known in it.
const inOwnLanguage = (person) => ({
  ...person,
  note: person.notes[language] ?? person.note,
  group: person.headings[language] ?? person.group,
});

const within = (chat) => `/chats/${chat.person}`;
const inChat = (chat) => (chat.id === chat.person ? {} : { chat_id: chat.id });

// A chat is {person, id}: whose phone, and which of the chats on it. In a private chat both ids are the same.
export const people = () => call("GET", "/people").then((all) => all.map(inOwnLanguage));
export const open = (chat) => call("GET", within(chat) + (chat.id === chat.person ? "" : `?chat_id=${chat.id}`));
export const write = (chat, text, replyTo, topic) =>
  call("POST", `${within(chat)}/say`, { text, reply_to: replyTo, thread_id: topic, ...inChat(chat) });
export const press = (chat, messageId, row, column) =>
  call("POST", `${within(chat)}/press`, { message_id: messageId, row, column, ...inChat(chat) });
export const shareContact = (chat) => call("POST", `${within(chat)}/contact`, {});
export const start = (chat, payload = "") => call("POST", `${within(chat)}/start`, { payload });
export const startInGroup = (chat, group, payload, asAdmin) =>
  call("POST", `${within(chat)}/startgroup`, { chat_id: group, payload, as_admin: asAdmin });
export const foundGroup = (chat, title, members, withBot) =>
  call("POST", `${within(chat)}/groups`, { title, members, with_bot: withBot });
export const foundChannel = (chat, title, withBot) =>
  call("POST", `${within(chat)}/channels`, { title, with_bot: withBot });
export const moveBotOfChannel = (chat, admin) => call("POST", `${within(chat)}/channel`, { ...inChat(chat), admin });
export const addMembers = (chat, people) => call("POST", `${within(chat)}/members`, { ...inChat(chat), add: people });
export const removeMember = (chat, person) =>
  call("POST", `${within(chat)}/members`, { ...inChat(chat), remove: person });
export const moveBot = (chat, present) => call("POST", `${within(chat)}/bot`, { ...inChat(chat), present });
export const upgrade = (chat) => call("POST", `${within(chat)}/upgrade`, inChat(chat));
export const setForum = (chat, on) => call("POST", `${within(chat)}/forum`, { ...inChat(chat), on });
export const setRights = (chat, admin) => call("POST", `${within(chat)}/rights`, { ...inChat(chat), admin });
export const actOnTopic = (chat, topic, does) =>
  call("POST", `${within(chat)}/topic`, { ...inChat(chat), thread_id: topic, does });
export const askInline = (chat, query, offset = "") =>
  call("POST", `${within(chat)}/inline`, { query, offset, ...inChat(chat) });
export const chooseInline = (chat, queryId, resultId) =>
  call("POST", `${within(chat)}/choose`, { query_id: queryId, result_id: resultId, ...inChat(chat) });
export const block = (chat) => call("POST", `${within(chat)}/block`, {});
export const unblock = (chat) => call("POST", `${within(chat)}/unblock`, {});

/** Send files of one kind ("photo", among which films are films, "document", "voice"); several become an album. */
export function upload(chat, files, kind, caption, replyTo, topic) {
  const form = new FormData();
  form.set("kind", kind);
  form.set("caption", caption);
  if (chat.id !== chat.person) form.set("chat_id", chat.id);
  if (replyTo) form.set("reply_to", replyTo);
  if (topic) form.set("thread_id", topic);
  for (const file of files) form.append("file", file, file.name);
  return call("POST", `${within(chat)}/upload`, form);
}

export const sharePlace = (chat, latitude, longitude, replyTo, topic) =>
  call("POST", `${within(chat)}/location`, {
    latitude,
    longitude,
    reply_to: replyTo,
    thread_id: topic,
    ...inChat(chat),
  });
export const edit = (chat, messageId, text) =>
  call("POST", `${within(chat)}/edit`, { message_id: messageId, text, ...inChat(chat) });
export const fileAddress = (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`;
export const clock = () => call("GET", "/clock");
export const advanceClock = (seconds) => call("POST", "/clock", { advance: seconds });
export const faults = () => call("GET", "/faults");
export const addFault = (fault) => call("POST", "/faults", fault);
export const clearFaults = () => call("DELETE", "/faults");
export const removeFaults = (kind) => call("DELETE", `/faults?kind=${kind}`);
export const books = () => call("GET", "/books");
export const killBot = () => call("POST", "/kill");
export const counters = () => call("GET", "/counters");
