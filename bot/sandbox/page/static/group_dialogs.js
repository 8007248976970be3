import { avatar } from "./avatar.js";
import { ask } from "./dialogs.js";
import { element, icon } from "./dom.js";
import { peoplePicker } from "./people_picker.js";
import { say } from "./words.js";

const cancel = () => ({ label: say("cancel"), value: "" });

/** Ask for a new group; resolves to {title, members, withBot, asChannel}, or null. `bot` null leaves the bot out of it. */
export async function askNewGroup(others, bot) {
  const title = element("input", {
    type: "text",
    maxlength: "128",
    required: true,
    placeholder: say("group-title"),
    "aria-label": say("group-title"),
    "data-testid": "group-title",
    autofocus: true,
  });
  const withBot = element("input", { type: "checkbox", "data-testid": "group-with-bot" });
  const botLine = bot ? element("label", { class: "with-bot" }, withBot, say("group-with-bot", { bot: bot.name })) : null;
  const asChannel = element("input", { type: "checkbox", "data-testid": "group-as-channel" });
  const channelLine = bot ? element("label", { class: "with-bot" }, asChannel, say("group-as-channel")) : null;
  const picker = peoplePicker(others);
  const content = element("div", { class: "fields" }, title, botLine, channelLine, picker.node);
  const actions = [cancel(), { label: say("group-create"), value: "yes", look: "primary" }];
  const answer = await ask({ title: say("group-new"), content, actions, testid: "new-group" });
  if (answer !== "yes") return null;
  return { title: title.value, members: picker.picked(), withBot: withBot.checked, asChannel: asChannel.checked };
}

/** Ask for people to add; resolves to their ids. */
export async function askPeople(others) {
  const picker = peoplePicker(others);
  const content = element("div", { class: "fields" }, picker.node);
  const actions = [cancel(), { label: say("group-add"), value: "yes", look: "primary" }];
  const answer = await ask({ title: say("group-add-people"), content, actions, testid: "add-people" });
  return answer === "yes" ? picker.picked() : [];
}

/** Ask in which chat something is to be done; resolves to its id, "new" for a new group, or null. */
export async function askChat(question, chats, { orNew = false } = {}) {
  const rows = chats.map(({ id, title }) => choice(String(id), avatar(id, title), title));
  const plus = element("span", { class: "avatar plus" }, icon("plus"));
  if (orNew) rows.push(choice("new", plus, say("group-new")));
  const content = element("div", { class: "choices" }, ...rows);
  const answer = await ask({ title: question, content, actions: [cancel()], testid: "choose-chat" });
  return answer === "" ? null : answer === "new" ? "new" : Number(answer);
}

function choice(value, mark, title) {
  return element("button", { value, class: "choice", "data-choice": value }, mark, element("span", {}, title));
}

/** Show who is in a group; resolves to the id of whom to remove, or null. */
export async function showMembers({ members, bot, botIsMember, me, isFounder }) {
  const all = botIsMember ? [...members, { ...bot, isBot: true }] : members;
  const rows = all.map((member) => memberRow(member, isFounder && member.id !== me && !member.isBot));
  const content = element("div", { class: "choices" }, ...rows);
  const actions = [{ label: say("close"), value: "" }];
  const answer = await ask({ title: say("group-members-count", { count: all.length }), content, actions, testid: "members" });
  return answer ? Number(answer) : null;
}

function memberRow({ id, name, isBot }, mayRemove) {
  const label = say("group-remove", { name });
  const remove = mayRemove
    ? element("button", { value: String(id), class: "round", "aria-label": label, title: label, "data-remove": id }, "×")
    : null;
  const tag = isBot ? element("small", {}, say("bot")) : null;
  const about = element("span", { class: "file-about" }, element("span", { class: "file-name" }, name), tag);
  return element("div", { class: "choice still", "data-member": id }, avatar(id, name), about, remove);
}

/** Ask for a link to open; resolves to what was typed, or "". */
export async function askLink() {
  const field = element("input", {
    type: "text",
    inputmode: "url",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "https://t.me/…",
    "aria-label": say("link-field"),
    "data-testid": "link-field",
    autofocus: true,
  });
  const actions = [cancel(), { label: say("link-open"), value: "yes", look: "primary" }];
  const content = element("div", { class: "fields" }, field);
  const answer = await ask({ title: say("link-title"), text: say("link-explanation"), content, actions, testid: "link" });
  return answer === "yes" ? field.value.trim() : "";
}
