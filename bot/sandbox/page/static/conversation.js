import * as api from "./api.js";
import { createComposer } from "./composer.js";
import { attempt, confirm, popupMenu, toast } from "./dialogs.js";
import { byId } from "./dom.js";
import { askLink } from "./group_dialogs.js";
import { createGroups } from "./groups.js";
import { createHead } from "./head.js";
import { createReplying } from "./replying.js";
import { createReplyKeyboard } from "./reply_keyboard.js";
import { createTaps } from "./taps.js";
import { createTimeline } from "./timeline.js";
import { createTopics } from "./topics.js";
import { createUploads } from "./uploads.js";
import { say } from "./words.js";

const READ_AFTER = 1000; // milliseconds

/** The open chat of the chosen person. `whoIs(id)` gives a row of the list of people, `cast()` all of them. */
export function createConversation(whoIs, cast) {
  const bot = { id: null, name: "", username: null };
  const head = createHead();
  const replying = createReplying();
  const keyboard = createReplyKeyboard(pressReply);
  const composer = createComposer({
    write,
    editLast,
    stopEditing: () => (editing = null),
    askInline: (query, offset) => attempt(api.askInline(chat, query, offset)),
    chooseInline: (queryId, resultId) => attempt(api.chooseInline(chat, queryId, resultId)),
    startInline: (payload) => taps.openBot({ does: "start", payload }),
    bot: () => bot,
  });
  const now = () => chat;
  const topics = createTopics({ now, show: showMessages });
  const groups = createGroups({ now, state: () => state, cast, go, refresh, topics });
  const taps = createTaps({ now, bot, groups, go });
  const timeline = createTimeline({ ...taps, answer, sendCommand: write });
  createUploads(
    (files, kind, caption) => attempt(api.upload(chat, files, kind, caption, replying.take(), topics.open())),
    (latitude, longitude) => attempt(api.sharePlace(chat, latitude, longitude, replying.take(), topics.open())),
  );
  const drafts = new Map(); // "person/chat" -> words not sent yet
  const held = []; // events that came while the state was on its way
  let loading = 0;
  let reading = 0;
  let chat = null; // {person, id}
  let state = null; // what the server said of this chat
  let editing = null; // the id of the message whose words stand in the writing field
  let obeyed = null; // the wish for a reply that has been met already

  async function open(person, id) {
    keepDraft();
    chat = { person, id };
    state = null;
    timeline.clear(person);
    topics.forget();
    keyboard.show(null);
    replying.set(null);
    composer.open(drafts.get(`${person}/${id}`) ?? "");
    byId("foot").inert = true;
    byId("chat-menu").disabled = true;
    head.quiet();
    showHead();
    byId("conversation").hidden = false;
    byId("no-chat").hidden = true;
    await refresh();
    if (matchMedia("(hover: hover)").matches && !byId("composer").hidden) composer.focus();
  }

  function close() {
    keepDraft();
    chat = null;
    document.title = say("page-title");
    byId("conversation").hidden = true;
    byId("no-chat").hidden = false;
  }

  /** Open a chat, with these words in its writing field if there are any. */
  function go(person, id, words) {
    if (words !== undefined) drafts.set(`${person}/${id}`, words);
    if (chat?.person !== person || chat.id !== id) location.hash = id === person ? `#/${person}` : `#/${person}/${id}`;
    else if (words !== undefined) composer.write(words);
  }

  function keepDraft() {
    if (chat) drafts.set(`${chat.person}/${chat.id}`, composer.text());
  }

  /** Fetch the whole state again; what is on the screen changes only where it differs. */
  async function refresh() {
    if (!chat) return;
    const wanted = chat;
    loading += 1;
    try {
      const fetched = await api.open(wanted);
      if (chat === wanted) take(fetched);
    } catch (error) {
      if (chat !== wanted) return;
      toast(say("failed", { reason: error.message }));
      if (wanted.id !== wanted.person) go(wanted.person, wanted.person);
    } finally {
      loading -= 1;
      if (loading === 0) held.splice(0).forEach(hear);
    }
  }

  function take(fetched) {
    state = fetched;
    byId("chat-menu").disabled = false;
    byId("foot").inert = false;
    Object.assign(bot, state.bot);
    topics.take(state);
    showMessages();
    showHead();
    showFoot();
  }

  // In a forum one topic is on the screen.
  function showMessages() {
    if (!state) return;
    timeline.reconcile(state.messages.filter(topics.holds));
    showFoot();
  }

  /** An event of the server's stream. What comes while a state is fetched may be newer than that state: it waits. */
  function hear(event) {
    if (event.type === "callback") return taps.answered(event);
    if (event.type === "inline") return offered(event);
    if (!chat || event.chat_id !== chat.id) return;
    if (loading > 0) return held.push(event);
    hearers[event.type]?.(event);
  }

  const hearers = {
    message({ message }) {
      head.quiet();
      keep(message);
      if (topics.holds(message)) timeline.put(message);
      if (message.from?.id === chat.person && state) Object.assign(state, { can_write: true, blocked: false });
      showFoot();
      readSoon();
    },
    edit({ message }) {
      keep(message);
      if (topics.holds(message)) timeline.put(message);
    },
    topics: refresh,
    delete: ({ message_id }) => timeline.remove(message_id),
    keyboard(event) {
      if (state) state.keyboard = event.keyboard;
      showFoot();
    },
    typing: ({ action }) => head.typing(bot, action),
  };

  // The state holds what the other topics show.
  function keep(message) {
    if (!state) return;
    const at = state.messages.findIndex(({ message_id: id }) => id === message.message_id);
    if (at < 0) state.messages.push(message);
    else state.messages[at] = message;
  }

  function offered(event) {
    if (event.person_id === chat?.person && event.chat_id === chat.id) composer.showResults(event);
  }

  // The server counts a chat as read when it is fetched; what comes into the open chat is read a moment later.
  function readSoon() {
    clearTimeout(reading);
    reading = setTimeout(refresh, READ_AFTER);
  }

  function write(text) {
    const edited = editing;
    editing = null;
    if (edited) return attempt(api.edit(chat, edited, text));
    return attempt(api.write(chat, text, replying.take(), topics.open()));
  }

  // As in Telegram: the arrow up, in an empty field, takes one's last words back to be edited.
  function editLast() {
    const last = timeline.newest((message) => message.from?.id === chat.person && (message.text ?? message.caption));
    if (!last) return;
    composer.write(last.text ?? last.caption);
    editing = last.message_id;
  }

  function answer(message) {
    if (byId("composer").hidden) return;
    replying.set(message);
    composer.focus();
  }

  function pressReply(pressed) {
    if (pressed.request_contact) return shareContact();
    if (pressed.request_location) return toast(say("location-unavailable"));
    return write(pressed.text);
  }

  async function shareContact() {
    const { name, phone } = whoIs(chat.person);
    const agreed = await confirm({
      title: say("contact-question"),
      text: say(phone ? "contact-explanation" : "contact-explanation-plain", { bot: bot.name, name, phone }),
      action: say("contact-share"),
    });
    if (agreed) await attempt(api.shareContact(chat));
  }

  function showHead() {
    if (!chat) return;
    const mine = whoIs(chat.person)?.groups ?? state?.groups ?? [];
    const { title = "" } = state?.chat ?? {};
    head.show({ chat, person: whoIs(chat.person), bot, title, groups: mine, size: state?.members?.length });
  }

  function showFoot() {
    if (!state) return;
    const isPrivate = chat.id === chat.person;
    const isBlocked = state.blocked && isPrivate;
    const isGone = whoIs(chat.person)?.deactivated;
    const mustStart = isPrivate && !isBlocked && !isGone && (!state.can_write || timeline.isEmpty());
    const canWrite = !isBlocked && !mustStart && state.can_write;
    byId("unblock").hidden = !isBlocked;
    byId("start").hidden = !mustStart;
    byId("cannot-write").hidden = isBlocked || mustStart || canWrite;
    byId("composer").hidden = !canWrite;
    keyboard.show(canWrite ? state.keyboard : null);
    composer.setCommands(state.commands ?? []);
    composer.setPlaceholder(state.keyboard?.input_field_placeholder);
    if (state.keyboard?.force_reply && state.keyboard !== obeyed) obey();
    showEmpty(mustStart);
  }

  // The bot asked for an answer to its message; it stands until the person has written something.
  function obey() {
    obeyed = state.keyboard;
    const newest = timeline.newest();
    if (newest?.from?.is_bot) answer(newest);
  }

  function showEmpty(mustStart) {
    const lines = [say("chat-empty"), mustStart ? say("chat-empty-more", { bot: bot.name || "bot" }) : ""];
    byId("timeline").dataset.empty = timeline.isEmpty() ? lines.filter(Boolean).join("\n") : "";
  }

  async function block() {
    const sure = await confirm({
      title: say("chat-block-question", { bot: bot.name || "bot" }),
      text: say("chat-block-explanation", { name: whoIs(chat.person).name }),
      action: say("chat-block"),
      danger: true,
    });
    if (sure && (await attempt(api.block(chat)))) await refresh();
  }

  async function unblock() {
    if (await attempt(api.unblock(chat))) await refresh();
  }

  byId("chat-menu").addEventListener("click", (event) => {
    const blocking = state.blocked
      ? { label: say("chat-unblock"), run: unblock, testid: "unblock-item" }
      : { label: say("chat-block"), run: block, look: "danger", testid: "block" };
    popupMenu(event.currentTarget, [
      { label: say("group-new-item"), run: groups.open, testid: "new-group-item" },
      ...(chat.id === chat.person ? [blocking] : groups.items()),
    ]);
  });
  byId("open-link").addEventListener("click", async () => {
    const text = await askLink();
    if (text && state) taps.openPasted(text);
  });
  byId("start").addEventListener("click", () => attempt(api.start(chat)));
  byId("unblock").addEventListener("click", unblock);

  return { open, close, refresh, hear, showHead };
}
