const SAFE = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const TELEGRAM = new Set(["t.me", "telegram.me", "telegram.dog"]);

/** Read an address as a URL that is safe to follow, or null; a bare "example.vn" is taken as https. */
export function address(text) {
  const complete = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+/.test(text) ? text : `https://${text}`;
  try {
    const url = new URL(complete);
    return SAFE.has(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** What a link does that leads to this bot (t.me/<bot>?start=…, tg://resolve?domain=<bot>&start=…), else null:
 *  {does: "start" | "startgroup", payload, asAdmin}, or {does: "open"}. */
export function botLink(url, botName) {
  if (!url || !botName) return null;
  const isOwnScheme = url.protocol === "tg:";
  if (isOwnScheme ? !url.href.startsWith("tg://resolve") : !TELEGRAM.has(url.hostname)) return null;
  const named = isOwnScheme ? url.searchParams.get("domain") : url.pathname.slice(1).replace(/\/$/, "");
  if (named?.toLowerCase() !== botName.toLowerCase()) return null;
  const does = ["start", "startgroup"].find((each) => url.searchParams.has(each));
  const asAdmin = url.searchParams.has("admin");
  return does ? { does, payload: url.searchParams.get(does), asAdmin } : { does: "open" };
}
