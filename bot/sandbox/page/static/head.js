import { avatar } from "./avatar.js";
import { byId, element } from "./dom.js";
import { say } from "./words.js";

const TYPING_LASTS = 5000; // milliseconds, as the Bot API says of a chat action
const about = byId("chat-about");

const DOINGS = { upload_photo: "uploading-photo", upload_document: "uploading-document" };

/** The bar above a chat: who it is, what the bot is doing, and the person's other chats. */
export function createHead() {
  let usual = "";
  let timer = 0;

  /** Show this chat; `groups` are the ones that the person is in, `size` is how many people are in this one. */
  function show({ chat, person, bot, title, groups, size }) {
    const isGroup = chat.id !== chat.person;
    const name = isGroup ? title : (person?.name ?? "");
    byId("chat-name").textContent = name;
    byId("chat-avatar").replaceChildren(avatar(chat.id, name));
    document.title = `${person?.name ?? name} · ${say("page-title")}`;
    usual = isGroup ? say("chat-group-members", { name: person?.name ?? "", count: size ?? 0 }) : withBot(person, bot);
    if (!about.classList.contains("typing")) about.textContent = usual;
    showTabs(chat, [{ id: chat.person, title: bot.name, unread: person?.unread ?? 0 }, ...groups]);
  }

  function showTabs(chat, chats) {
    const tabs = chats.map(({ id, title, unread }) => {
      const href = id === chat.person ? `#/${chat.person}` : `#/${chat.person}/${id}`;
      const attributes = { role: "tab", href, "aria-selected": String(id === chat.id), "data-chat": id };
      return element("a", attributes, element("span", {}, title), id === chat.id ? null : badge(unread));
    });
    byId("chat-tabs").hidden = chats.length === 1;
    byId("chat-tabs").replaceChildren(...tabs);
    tabs.find((tab) => tab.getAttribute("aria-selected") === "true")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The bot is typing or uploading, for some seconds. */
  function typing(bot, action) {
    clearTimeout(timer);
    about.textContent = say(DOINGS[action] ?? "typing", { bot: bot.name });
    about.classList.add("typing");
    timer = setTimeout(quiet, TYPING_LASTS);
  }

  /** The bot is not typing any more. */
  function quiet() {
    clearTimeout(timer);
    about.classList.remove("typing");
    about.textContent = usual;
  }

  return { show, typing, quiet };
}

function badge(unread) {
  return unread > 0 ? element("span", { class: "badge", "aria-label": say("people-unread", { count: unread }) }, unread) : null;
}

function withBot(person, bot) {
  return [person?.note, bot.name && say("chat-with", { bot: bot.name })].filter(Boolean).join(" · ");
}
