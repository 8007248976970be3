import * as api from "./api.js";
import { avatar } from "./avatar.js";
import { createComposer } from "./composer.js";
import { confirm, inform, popupMenu, toast } from "./dialogs.js";
import { byId, element } from "./dom.js";
import { awaitAnswer, isWaiting, settle } from "./inline_keyboard.js";
import { address, startPayload } from "./links.js";
import { createReplyKeyboard } from "./reply_keyboard.js";
import { createTimeline } from "./timeline.js";
import { createUploads } from "./uploads.js";
import { say } from "./words.js";

const TYPING_LASTS = 5000; // milliseconds, as the Bot API says of a chat action

/** The open chat of the chosen person. `whoIs(id)` gives a row of the list of people. */
export function createConversation(whoIs) {
  const timeline = createTimeline({ press, followLink, copy, sendCommand: write });
  const keyboard = createReplyKeyboard(pressReply);
  const composer = createComposer({ write, askInline: (query) => act(api.askInline(chat, query)), botName: () => bot.username });
  createUploads((file, kind, caption) => act(api.upload(chat, file, kind, caption)));
  const drafts = new Map(); // "person/chat" -> words not sent yet
  const asked = new Map(); // id of a callback query -> key of its button
  const bot = { name: "", username: null };
  let chat = null; // {person, id}
  let state = null; // what the server said of this chat
  let held = null; // events that came while the state was on its way
  let typingTimer = 0;

  async function open(person, id) {
    if (chat) drafts.set(`${chat.person}/${chat.id}`, composer.text());
    chat = { person, id };
    state = null;
    timeline.clear(person);
    keyboard.show(null);
    composer.setText(drafts.get(`${person}/${id}`) ?? "");
    quiet();
    showHead();
    byId("conversation").hidden = false;
    byId("no-chat").hidden = true;
    await refresh();
    if (matchMedia("(hover: hover)").matches && !byId("composer").hidden) composer.focus();
  }

  function close() {
    if (chat) drafts.set(`${chat.person}/${chat.id}`, composer.text());
    chat = null;
    byId("conversation").hidden = true;
    byId("no-chat").hidden = false;
  }

  /** Fetch the whole state again; what is on the screen changes only where it differs. */
  async function refresh() {
    if (!chat) return;
    const wanted = chat;
    held = held ?? [];
    try {
      const fetched = await api.open(wanted);
      if (chat !== wanted) return;
      state = fetched;
      state.messages.forEach(learnBot);
      timeline.reconcile(state.messages);
    } catch (error) {
      if (chat === wanted) toast(say("failed", { reason: error.message }));
      return;
    } finally {
      if (chat === wanted) release();
    }
    showHead();
    showFoot();
  }

  function release() {
    const events = held ?? [];
    held = null;
    events.forEach(hear);
  }

  /** An event of the server's stream. */
  function hear(event) {
    if (event.type === "callback") return answered(event);
    if (!chat || event.chat_id !== chat.id) return;
    if (held) return held.push(event);
    hearers[event.type]?.(event);
  }

  const hearers = {
    message({ message }) {
      learnBot(message);
      quiet();
      timeline.put(message);
      if (message.from?.id === chat.person && state) Object.assign(state, { can_write: true, blocked: false });
      showFoot();
    },
    edit: ({ message }) => timeline.put(message),
    delete: ({ message_id }) => timeline.remove(message_id),
    keyboard(event) {
      if (state) state.keyboard = event.keyboard;
      showFoot();
    },
    typing() {
      clearTimeout(typingTimer);
      byId("chat-about").textContent = say("typing", { bot: bot.name });
      byId("chat-about").classList.add("typing");
      typingTimer = setTimeout(quiet, TYPING_LASTS);
    },
    inline: ({ query_id, results }) => composer.showResults(results, (id) => act(api.chooseInline(chat, query_id, id))),
  };

  function answered({ query_id, person_id, text, show_alert, url, expired }) {
    const key = asked.get(query_id);
    if (key) settle(key);
    asked.set(query_id, null);
    if (person_id !== chat?.person) return;
    if (url) followLink(address(url));
    if (expired && key) toast(say("bot-silent"));
    if (text && show_alert) inform(text);
    else if (text) toast(text);
  }

  async function press(message, place, pressed) {
    if (pressed.url) return followLink(address(pressed.url));
    if (pressed.copy_text) return copy(pressed.copy_text.text);
    const query = pressed.switch_inline_query_current_chat ?? pressed.switch_inline_query;
    if (query !== undefined) return composer.write(`@${bot.username} ${query}`);
    if (isWaiting(place.key)) return;
    awaitAnswer(place.key, toast);
    try {
      const { query_id } = await api.press(chat, message.message_id, place.row, place.column);
      // The answer may have come before this one: then nobody waits any more.
      if (asked.has(query_id)) settle(place.key);
      asked.set(query_id, place.key);
    } catch (error) {
      settle(place.key);
      toast(say("failed", { reason: error.message }));
    }
  }

  async function pressReply(pressed) {
    if (pressed.request_contact) return shareContact();
    if (pressed.request_location) return toast(say("location-unavailable"));
    await write(pressed.text);
  }

  async function shareContact() {
    const { name, phone } = whoIs(chat.person) ?? { name: "" };
    const agreed = await confirm({
      title: say("contact-question"),
      text: say(phone ? "contact-explanation" : "contact-explanation-plain", { bot: bot.name, name, phone }),
      action: say("contact-share"),
    });
    if (agreed) await act(api.shareContact(chat));
  }

  function followLink(url, event) {
    if (!url) return;
    const payload = startPayload(url, bot.username);
    if (payload === null) return event ?? window.open(url.href, "_blank", "noopener,noreferrer");
    event?.preventDefault();
    if (chat.id !== chat.person) location.hash = `#/${chat.person}`;
    act(api.start(chat, payload));
  }

  function write(text) {
    return act(api.write(chat, text));
  }

  async function copy(text) {
    if (await act(navigator.clipboard.writeText(text))) toast(say("copied"));
  }

  function learnBot(message) {
    if (!message.from?.is_bot) return;
    bot.name = [message.from.first_name, message.from.last_name].filter(Boolean).join(" ");
    bot.username = message.from.username ?? null;
  }

  function quiet() {
    clearTimeout(typingTimer);
    byId("chat-about").classList.remove("typing");
    if (chat) byId("chat-about").textContent = about();
  }

  function about() {
    const person = whoIs(chat.person);
    if (chat.id !== chat.person) return say("chat-group-members", { name: person?.name ?? "" });
    const withBot = bot.name ? say("chat-with", { bot: bot.name }) : "";
    return [person?.note, withBot].filter(Boolean).join(" · ");
  }

  function showHead() {
    const person = whoIs(chat.person);
    const isGroup = chat.id !== chat.person;
    if (state && !isGroup && !bot.name) bot.name = state.chat.title;
    const title = isGroup ? (state?.chat.title ?? "") : (person?.name ?? "");
    byId("chat-name").textContent = title;
    byId("chat-avatar").replaceChildren(avatar(chat.id, title));
    if (!byId("chat-about").classList.contains("typing")) quiet();
    byId("chat-menu").hidden = isGroup;
    showTabs();
  }

  function showTabs() {
    const groups = state?.groups ?? [];
    const chats = [{ id: chat.person, title: bot.name }, ...groups];
    const tabs = chats.map(({ id, title }) => {
      const href = id === chat.person ? `#/${chat.person}` : `#/${chat.person}/${id}`;
      return element("a", { role: "tab", href, "aria-selected": String(id === chat.id), "data-chat": id }, title);
    });
    byId("chat-tabs").hidden = groups.length === 0;
    byId("chat-tabs").replaceChildren(...tabs);
  }

  function showFoot() {
    if (!state) return;
    const isPrivate = chat.id === chat.person;
    const mustStart = !state.blocked && isPrivate && (!state.can_write || timeline.isEmpty());
    const canWrite = !state.blocked && !mustStart && state.can_write;
    byId("unblock").hidden = !state.blocked;
    byId("start").hidden = !mustStart;
    byId("cannot-write").hidden = state.blocked || mustStart || canWrite;
    byId("composer").hidden = !canWrite;
    keyboard.show(canWrite ? state.keyboard : null);
    composer.setCommands(state.commands ?? []);
    composer.setPlaceholder(state.keyboard?.input_field_placeholder);
    if (state.keyboard?.force_reply) composer.focus();
    showEmpty(mustStart);
  }

  function showEmpty(mustStart) {
    const nothing = timeline.isEmpty();
    const more = mustStart ? say("chat-empty-more", { bot: bot.name || "bot" }) : "";
    byId("timeline").dataset.empty = nothing ? [say("chat-empty"), more].filter(Boolean).join("\n") : "";
  }

  async function act(promise) {
    try {
      await promise;
      return true;
    } catch (error) {
      toast(say("failed", { reason: error.message }));
      return false;
    }
  }

  async function toggleBlock() {
    const { name } = whoIs(chat.person);
    if (state.blocked) return unblock();
    const sure = await confirm({
      title: say("chat-block-question", { bot: bot.name || "bot" }),
      text: say("chat-block-explanation", { name }),
      action: say("chat-block"),
      danger: true,
    });
    if (sure && (await act(api.block(chat)))) await refresh();
  }

  async function unblock() {
    if (await act(api.unblock(chat))) await refresh();
  }

  byId("chat-menu").addEventListener("click", (event) => {
    const item = state?.blocked
      ? { label: say("chat-unblock"), run: unblock, testid: "unblock-item" }
      : { label: say("chat-block"), run: toggleBlock, look: "danger", testid: "block" };
    popupMenu(event.currentTarget, [item]);
  });
  byId("start").addEventListener("click", () => act(api.start(chat)));
  byId("unblock").addEventListener("click", unblock);

  return { open, close, refresh, hear, chat: () => chat };
}
