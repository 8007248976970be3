import { ask, popupMenu } from "./dialogs.js";
import { byId, element } from "./dom.js";
import { say } from "./words.js";

const target = byId("drop-target");
const MOST = 10; // files in an album
const HERE = "21.32270, 105.40200"; // Việt Trì, for whoever has no other place in mind

/** Ways to attach: the menu, a file dropped on the chat, a picture pasted.
 *  `send(files, kind, caption)` resolves to whether it worked; `sendPlace(latitude, longitude)` sends a place. */
export function createUploads(send, sendPlace) {
  const pickers = { photo: byId("pick-photo"), document: byId("pick-document"), voice: byId("pick-voice") };

  async function offer(files, kind) {
    if (!files.length) return;
    const pictures = files.every((file) => /^(image|video)\//.test(file.type));
    const chosen = await preview(files, kind ?? (pictures ? "photo" : "document"), pictures);
    if (!chosen) return;
    for (let at = 0; at < files.length; at += MOST) {
      const caption = at === 0 ? chosen.caption : "";
      if (!(await send(files.slice(at, at + MOST), chosen.kind, caption))) return;
    }
  }

  async function choosePlace() {
    const where = element("input", {
      type: "text",
      value: HERE,
      "aria-label": say("attach-location"),
      "data-testid": "place",
      autofocus: true,
    });
    const actions = [
      { label: say("cancel"), value: "" },
      { label: say("send"), value: "yes", look: "primary" },
    ];
    const answer = await ask({ title: say("attach-location"), content: where, actions, testid: "choose-place" });
    const [latitude, longitude] = where.value.split(",").map(Number);
    if (answer === "yes") await sendPlace(latitude, longitude);
  }

  byId("attach").addEventListener("click", (event) => {
    const items = Object.entries(pickers).map(([kind, picker]) => ({
      label: say(`attach-${kind}`),
      run: () => picker.click(),
      testid: `attach-${kind}`,
    }));
    items.push({ label: say("attach-location"), run: choosePlace, testid: "attach-location" });
    popupMenu(event.currentTarget, items, true);
  });
  for (const [kind, picker] of Object.entries(pickers)) {
    picker.addEventListener("change", async () => {
      const files = [...picker.files];
      picker.value = "";
      await offer(files, kind);
    });
  }

  target.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    target.classList.add("dropping");
  });
  target.addEventListener("dragleave", (event) => {
    if (!target.contains(event.relatedTarget)) target.classList.remove("dropping");
  });
  target.addEventListener("drop", (event) => {
    event.preventDefault();
    target.classList.remove("dropping");
    offer([...event.dataTransfer.files]);
  });
  byId("input").addEventListener("paste", (event) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    offer([...event.clipboardData.files]);
  });
}

async function preview(files, kind, pictures) {
  const addresses = [];
  const thumbnail = (file) => {
    addresses.push(URL.createObjectURL(file));
    const tag = file.type.startsWith("image/") ? "img" : "video";
    return element(tag, { src: addresses.at(-1), [tag === "img" ? "alt" : "aria-label"]: file.name });
  };
  const named = (file) => element("span", { class: "file-name" }, file.name);
  const shown = files.map(pictures ? thumbnail : named);
  const caption = element("input", {
    type: "text",
    maxlength: "1024",
    placeholder: say("attach-caption"),
    "aria-label": say("attach-caption"),
    "data-testid": "caption",
    autofocus: true,
  });
  const kinds = ["photo", "document"].map((each) =>
    element("option", { value: each, selected: each === kind }, say(`attach-${each}`)),
  );
  const select = element("select", { "aria-label": say("attach-as"), "data-testid": "kind" }, ...kinds);
  const previews = element("div", { class: "upload-files" }, ...shown);
  const content = element("div", { class: "upload" }, previews, pictures ? select : null, caption);
  const actions = [
    { label: say("cancel"), value: "" },
    { label: say("send"), value: "yes", look: "primary" },
  ];
  const title = say("attach-question", { count: files.length });
  const answer = await ask({ title, content, actions, testid: "upload" });
  addresses.forEach((address) => URL.revokeObjectURL(address));
  return answer === "yes" ? { kind: pictures ? select.value : kind, caption: caption.value.trim() } : null;
}
