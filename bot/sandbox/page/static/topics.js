import * as api from "./api.js";
import { byId, element } from "./dom.js";
import { say } from "./words.js";

const bar = byId("topic-tabs");

/** The topics of a forum, of which one is on the screen; null is General. `show()` draws the messages anew. */
export function createTopics({ now, show }) {
  let all = [];
  let isForum = false;
  let chosen = null; // the id of the topic on the screen

  /** Take what the server says of the chat's topics. */
  function take(state) {
    isForum = state.is_forum;
    all = state.topics;
    if (!all.some(({ id }) => id === chosen)) chosen = null;
    draw();
  }

  function forget() {
    all = [];
    isForum = false;
    chosen = null;
    draw();
  }

  function draw() {
    bar.hidden = !isForum;
    bar.replaceChildren(...(isForum ? [tab(null, say("topic-general")), ...all.map(tabOf)] : []));
  }

  const tabOf = ({ id, name, closed }) => tab(id, closed ? say("topic-closed", { title: name }) : name);

  function tab(id, title) {
    const attributes = { type: "button", role: "tab", "aria-selected": String(id === chosen), "data-topic": id ?? "" };
    const node = element("button", attributes, title);
    node.addEventListener("click", () => {
      chosen = id;
      draw();
      show();
    });
    return node;
  }

  /** Tell whether a message stands in the topic on the screen; without topics all do. */
  const holds = (message) => !isForum || (message.message_thread_id ?? null) === chosen;

  /** What the founder can do with the topic on the screen. */
  function items(change) {
    const topic = isForum ? all.find(({ id }) => id === chosen) : undefined;
    if (!topic) return [];
    const act = (does) => () => change(api.actOnTopic(now(), topic.id, does));
    const end = topic.closed
      ? { label: say("topic-reopen"), run: act("reopen"), testid: "topic-reopen-item" }
      : { label: say("topic-close"), run: act("close"), testid: "topic-close-item" };
    return [end, { label: say("topic-delete"), run: act("delete"), look: "danger", testid: "topic-delete-item" }];
  }

  return { take, forget, holds, items, open: () => chosen ?? undefined };
}
