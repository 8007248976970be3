const NAME = "changed"; // ::highlight(changed) in message.css
const LETTER = /[\p{L}\p{N}]/u;
const LASTS = 2500; // milliseconds

/** Mark for a moment the words of an edited message that differ from before: the figures of a live tally, say. */
export function markChanges(before, after) {
  const old = texts(before);
  const now = texts(after);
  if (!CSS.highlights || old.length !== now.length) return;
  const ranges = now.map((node, at) => difference(old[at].data, node)).filter(Boolean);
  const marks = CSS.highlights.get(NAME) ?? new Highlight();
  CSS.highlights.set(NAME, marks);
  ranges.forEach((range) => marks.add(range));
  setTimeout(() => ranges.forEach((range) => marks.delete(range)), LASTS);
}

function texts(message) {
  const words = message.querySelector(".words");
  if (!words) return [];
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".meta")) found.push(walker.currentNode);
  return found;
}

// From the first to the last word that is not the same, or null.
function difference(before, node) {
  const after = node.data;
  if (before === after) return null;
  let start = 0;
  while (start < after.length && before[start] === after[start]) start += 1;
  let end = after.length;
  let oldEnd = before.length;
  while (end > start && oldEnd > start && before[oldEnd - 1] === after[end - 1]) {
    end -= 1;
    oldEnd -= 1;
  }
  // A figure is marked whole: of 77 that was 79, not only the last digit.
  while (start > 0 && LETTER.test(after[start - 1])) start -= 1;
  while (end < after.length && LETTER.test(after[end])) end += 1;
  return new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
}
