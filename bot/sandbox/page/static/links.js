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

/** The payload of a link that opens this bot (t.me/<bot>?start=…, tg://resolve?domain=<bot>), or null. */
export function startPayload(url, botName) {
  if (!botName) return null;
  const parameters = url.searchParams;
  const named = TELEGRAM.has(url.hostname) ? url.pathname.slice(1).replace(/\/$/, "") : parameters.get("domain");
  if (url.protocol === "tg:" ? !url.href.startsWith("tg://resolve") : !TELEGRAM.has(url.hostname)) return null;
  return named?.toLowerCase() === botName.toLowerCase() ? (parameters.get("start") ?? "") : null;
}
