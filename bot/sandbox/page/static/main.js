import * as api from "./api.js";
import { createConversation } from "./conversation.js";
import { attempt } from "./dialogs.js";
import { byId } from "./dom.js";
import { listen } from "./events.js";
import { createPeople } from "./people.js";
import { setClock } from "./time.js";
import { createTools } from "./tools.js";
import { say } from "./words.js";

const GATHER = 150; // milliseconds in which several signs of the same change are taken as one

const people = createPeople();
const conversation = createConversation(people.find, people.all);
createTools();

// The address says what is open: #/<person> is their chat with the bot, #/<person>/<chat> a group of theirs.
function follow() {
  const [person, id] = location.hash.slice(2).split("/").map(Number);
  byId("app").classList.toggle("in-chat", Boolean(person));
  people.choose(person || null, id || person);
  if (person) conversation.open(person, id || person);
  else conversation.close();
}

async function loadPeople() {
  await attempt(api.people().then(people.load));
  conversation.showHead();
}

async function loadEverything() {
  setClock(await api.clock().catch(() => ({ now: Date.now() / 1000 })));
  await loadPeople();
  await conversation.refresh();
}

let gathering = 0;
let isAllWanted = false;
function loadSoon(all) {
  clearTimeout(gathering);
  isAllWanted ||= all;
  gathering = setTimeout(async () => {
    const wanted = isAllWanted;
    isAllWanted = false;
    await loadPeople();
    if (wanted) await conversation.refresh();
  }, GATHER);
}

function hear(event) {
  if (event.type === "message") people.heard(event.message, true);
  if (event.type === "edit") people.heard(event.message, false);
  if (event.type === "clock") setClock(event);
  if (event.type === "people" || event.type === "commands") loadSoon(true);
  // Who has not read a group's message yet, the server knows.
  if (event.type === "message" && event.message.chat.type !== "private") loadSoon(false);
  if (event.type === "message" && event.message.chat.type === "private") conversation.showHead();
  conversation.hear(event);
}

function tell(words) {
  byId("connection").textContent = words;
}

byId("back").addEventListener("click", () => (location.hash = ""));
addEventListener("hashchange", follow);
for (const link of document.querySelectorAll("[data-language]")) {
  link.addEventListener("click", () => (link.href = `/?lang=${link.dataset.language}${location.hash}`));
}
listen({
  onEvent: hear,
  onLost: () => tell(say("reconnecting")),
  async onOpen(again) {
    tell("");
    await loadEverything();
    if (!again) follow();
  },
});
