import * as api from "./api.js";
import { attempt, confirm } from "./dialogs.js";
import { askChat, askNewGroup, askPeople, showMembers } from "./group_dialogs.js";
import { say } from "./words.js";

/** What people do with groups. `now()` gives the open chat, `state()` what the server said of it, `cast()` everybody;
 *  `go(person, id)` opens a chat and `refresh()` fetches the open one again. */
export function createGroups({ now, state, cast, go, refresh, topics }) {
  const others = (taken) => cast().filter(({ id, deactivated }) => !deactivated && !taken.includes(id));

  /** Ask for a new group and found it; resolves to its id, or null. */
  async function found(bot = state().bot) {
    const chat = now();
    const wanted = await askNewGroup(others([chat.person]), bot);
    if (!wanted) return null;
    let id = null;
    const founding = wanted.asChannel
      ? api.foundChannel(chat, wanted.title, wanted.withBot)
      : api.foundGroup(chat, wanted.title, wanted.members, wanted.withBot);
    await attempt(founding.then((answer) => (id = answer.chat_id)));
    return id;
  }

  async function open() {
    const { person } = now();
    const id = await found();
    if (id !== null) go(person, id);
  }

  /** Follow a startgroup link: choose a group, or found one, and let the bot in. */
  async function start(payload, asAdmin) {
    const chat = now();
    const { groups, bot } = state();
    const chosen = await askChat(say("group-choose", { bot: bot.name }), groups, { orNew: true });
    const id = chosen === "new" ? await found(null) : chosen;
    if (id !== null && (await attempt(api.startInGroup(chat, id, payload, asAdmin)))) go(chat.person, id);
  }

  /** Choose one of the person's chats of these kinds; resolves to its id, or null. */
  function choose(kinds = { private: true, groups: true }) {
    const { person } = now();
    const { groups, bot } = state();
    const own = kinds.private ? [{ id: person, title: bot.name }] : [];
    return askChat(say("chat-choose"), [...own, ...(kinds.groups ? groups : [])]);
  }

  async function members() {
    const { members: all, bot, bot_is_member: botIsMember, is_founder: isFounder } = state();
    const removed = await showMembers({ members: all, bot, botIsMember, me: now().person, isFounder });
    if (removed && (await attempt(api.removeMember(now(), removed)))) await refresh();
  }

  async function add() {
    const people = await askPeople(others(state().members.map(({ id }) => id)));
    if (people.length && (await attempt(api.addMembers(now(), people)))) await refresh();
  }

  async function moveBot(present) {
    if (await attempt(api.moveBot(now(), present))) await refresh();
  }

  async function leave() {
    const chat = now();
    const question = { title: say("group-leave-question", { title: state().chat.title }), action: say("group-leave") };
    if (!(await confirm({ ...question, danger: true }))) return;
    if (await attempt(api.removeMember(chat, chat.person))) go(chat.person, chat.person);
  }

  /** The items of the menu of a group. */
  function items() {
    if (state().chat.type === "channel") return ofChannel();
    const { bot, bot_is_member: isIn, is_founder: isFounder } = state();
    const bring = { label: say("group-add-bot", { bot: bot.name }), run: () => moveBot(true), testid: "add-bot" };
    const change = async (done) => (await attempt(done)) && (await refresh());
    const remove = { label: say("group-remove", { name: bot.name }), run: () => moveBot(false), testid: "kick-bot" };
    return [
      { label: say("group-members"), run: members, testid: "members-item" },
      { label: say("group-add-people"), run: add, testid: "add-people-item" },
      ...(isIn ? (isFounder ? [remove] : []) : [bring]),
      ...(isFounder ? founders(change) : []),
      { label: say("group-leave"), run: leave, look: "danger", testid: "leave-group" },
    ];
  }

  // The founder of a channel makes the bot one of those who run it, or puts it out.
  function ofChannel() {
    const { bot, bot_is_member: isIn, is_founder: isFounder } = state();
    const change = async () => (await attempt(api.moveBotOfChannel(now(), !isIn))) && (await refresh());
    const label = say(isIn ? "group-remove" : "group-promote", { name: bot.name });
    return isFounder ? [{ label, run: change, testid: "channel-bot" }] : [];
  }

  // What only the founder can do: the upgrade to a supergroup, topics, and whether the bot is an administrator.
  function founders(change) {
    const { chat, bot, bot_is_member: isIn, bot_is_admin: isAdmin, is_forum: isForum } = state();
    const upgrade = { label: say("group-upgrade"), run: goUp, testid: "upgrade-item" };
    const forum = {
      label: say(isForum ? "topics-off" : "topics-on"),
      run: () => change(api.setForum(now(), !isForum)),
      testid: "forum-item",
    };
    const rights = {
      label: say(isAdmin ? "group-demote" : "group-promote", { name: bot.name }),
      run: () => change(api.setRights(now(), !isAdmin)),
      testid: "rights-item",
    };
    return [chat.type === "group" ? upgrade : forum, ...(isIn ? [rights] : []), ...topics.items(change)];
  }

  async function goUp() {
    const chat = now();
    let id = null;
    if (await attempt(api.upgrade(chat).then((answer) => (id = answer.chat_id)))) go(chat.person, id);
  }

  return { open, start, choose, items };
}
