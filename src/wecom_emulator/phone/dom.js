// Elements are made by hand: text from people never becomes markup.

export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Number.POSITIVE_INFINITY).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";
const PATHS = {
  back: "M15 5l-7 7 7 7",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  scan: "M4 8V5a1 1 0 011-1h3M16 4h3a1 1 0 011 1v3M20 16v3a1 1 0 01-1 1h-3M8 20H5a1 1 0 01-1-1v-3M4 12h16",
  chats: "M5 5h14a1 1 0 011 1v9a1 1 0 01-1 1h-8l-4 4v-4H5a1 1 0 01-1-1V6a1 1 0 011-1z",
  contacts: "M12 12a4 4 0 100-8 4 4 0 000 8zM4 20c1-4 4-6 8-6s7 2 8 6",
  picture: "M4 5h16v14H4zM8.5 10a1 1 0 100-2 1 1 0 000 2zM4 17l5-5 4 4 3-3 4 4",
  sidebar: "M4 5h16v14H4zM14 5v14M17 9h.01M17 12h.01",
  close: "M6 6l12 12M18 6L6 18",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  play: "M8 5l11 7-11 7z",
  requests: "M10 12a4 4 0 100-8 4 4 0 000 8zM3 20c1-4 3.5-6 7-6 2 0 3.7.7 5 2M18 14v6M15 17h6",
  moments: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 9a3 3 0 100 6 3 3 0 000-6zM12 3v6M21 12h-6M12 21v-6M3 12h6",
  me: "M12 12a4 4 0 100-8 4 4 0 000 8zM5 20v-1a5 5 0 015-5h4a5 5 0 015 5v1z",
  work: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
  heart: "M12 20s-7-4.5-7-10a4 4 0 017-2.6A4 4 0 0119 10c0 5.500-7 10-7 10z",
  comment: "M5 5h14v11h-8l-4 4v-4H5z",
  app: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  clock: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3 3",
  group: "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM3 19c.6-3.400 2.800-5 6-5s5.400 1.600 6 5M16 4.500a3.500 3.500 0 010 6.400M17.500 14.300c1.900.7 3.100 2.200 3.500 4.700",
  plus: "M12 5v14M5 12h14",
  next: "M9 5l7 7-7 7",
  inbox: "M4 13l2-8h12l2 8v6H4zM4 13h5l1 2h4l1-2h5",
  megaphone: "M4 10v4h4l8 4V6L8 10zM19 10v4",
  link: "M10 14a4 4 0 005.700 0l3-3a4 4 0 00-5.700-5.700l-1 1M14 10a4 4 0 00-5.700 0l-3 3a4 4 0 005.700 5.700l1-1",
  tick: "M5 12l5 5L19 7",
  signal: "M4 18v-2M8 18v-4M12 18v-7M16 18V8M20 18V5",
};

export function icon(name, size = 24) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const attributes = { viewBox: "0 0 24 24", width: size, height: size, fill: "none" };
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, value);
  svg.setAttribute("aria-hidden", "true");
  const stroke = {
    d: PATHS[name],
    stroke: "currentColor",
    "stroke-width": name === "more" ? 3 : 1.8,
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
  };
  for (const [key, value] of Object.entries(stroke)) path.setAttribute(key, value);
  svg.append(path);
  return svg;
}

const INKS = [
  ["#e3edf5", "#2c5f85"],
  ["#f5e3ea", "#8a2c50"],
  ["#e6f3f2", "#086460"],
  ["#fbeedb", "#84510c"],
  ["#ecebf8", "#46409a"],
  ["#eaf3e2", "#3d6b1d"],
];

export function avatar(person, size = 40) {
  const key = person.key ?? person.unionid ?? person.userid ?? person.name;
  let sum = 0;
  for (const letter of key) sum = (sum * 31 + letter.codePointAt(0)) % 9973;
  const [paper, ink] = INKS[sum % INKS.length];
  const style = `width:${size}px;height:${size}px;background:${paper};color:${ink};font-size:${size * 0.42}px`;
  if (person.avatar) return h("img", { class: "avatar", src: person.avatar, alt: "", style });
  return h("span", { class: "avatar", style, "aria-hidden": "true" }, [...person.name][0] ?? "?");
}

// A group's picture is made of those who are in it, nine at most.
export function groupFace(faces, size = 48) {
  const rows = faces.length > 4 ? 3 : 2;
  const gap = 2;
  const cell = Math.floor((size - gap * (rows + 1)) / rows);
  const tiles = faces.slice(0, rows * rows).map((one) => avatar({ ...one, key: one.id }, cell));
  const style = `width:${size}px;height:${size}px;gap:${gap}px;padding:${gap}px`;
  return h("span", { class: "avatar faces", style, "aria-hidden": "true" }, tiles);
}

// Draws only what changed since the last look, so that scrolling and typing are left alone.
const drawn = new WeakMap();
export function redraw(node, data, make) {
  const now = JSON.stringify(data);
  if (drawn.get(node) === now) return;
  drawn.set(node, now);
  const held = node.contains(document.activeElement) ? document.activeElement : null;
  node.replaceChildren(...[make()].flat(Number.POSITIVE_INFINITY).filter(Boolean));
  if (!held) return;
  const key = held.dataset.key;
  const same = key && node.querySelector(`[data-key="${CSS.escape(key)}"]`);
  // Who walks by keyboard stays where he was, or begins at the top of what came instead.
  (same || node.querySelector("button, input, a, [tabindex]"))?.focus({ preventScroll: true });
}
