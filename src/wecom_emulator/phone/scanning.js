// The sheet of 扫一扫: choose a code, paste its content, or read a picture.

import { get, readQr } from "./api.js";
import { h, icon } from "./dom.js";
import { openSheet } from "./sheet.js";
import { state } from "./state.js";
import { t } from "./words.js";

const SHOWN = 20;

function namesOf(way) {
  const rest = way.user.length - way.names.length;
  const names = way.names.join(t("comma"));
  return rest > 0 ? t("andMore", { names, n: way.user.length }) : names;
}

function code(way, told, mark, scan) {
  return h(
    "button",
    { class: "code", onclick: () => scan({ config_id: way.config_id }) },
    h("img", { src: `/qr/${way.config_id}.png`, alt: "", width: 56, height: 56, loading: "lazy" }),
    h(
      "span",
      { class: "words" },
      h("span", { class: "name" }, way.remark || way.state || way.config_id.slice(0, 8)),
      h("span", { class: "last" }, told),
    ),
    mark ? h("span", { class: "asks" }, mark) : null,
  );
}

async function found(q) {
  const asked = `limit=${SHOWN}&q=${encodeURIComponent(q)}`;
  const [ways, groups] = await Promise.all([
    get(`corps/${state.corpid}/contact_ways?${asked}`),
    get(`corps/${state.corpid}/join_ways?${asked}`),
  ]);
  return { ways, groups, count: ways.length + groups.length };
}

function codes({ ways, groups, count }, scan, none) {
  if (!count) return [h("p", { class: "none" }, none)];
  const title = (name, rows) => (rows.length ? h("h4", {}, t(name)) : null);
  return [
    title("memberCodes", ways),
    ...ways.map((way) => code(way, namesOf(way), way.skip_verify ? null : t("asks"), scan)),
    title("groupCodes", groups),
    ...groups.map((way) => code(way, way.groups.join(t("comma")), t("membersOf", { n: way.members }), scan)),
  ].filter(Boolean);
}

export async function scanSheet(acts) {
  const first = await found("");
  const half = h("input", { type: "checkbox" });
  const field = h("input", { class: "field", placeholder: t("pasteHint"), "aria-label": t("paste") });
  const sheet = openSheet(t("scan"), (close, panel) => {
    const scan = (told) => {
      close();
      acts.scanned({ ...told, half: half.checked });
    };
    const readPicture = async (file) => {
      try {
        scan({ qr: await readQr(file) });
      } catch (error) {
        acts.tell(error.message);
      }
    };
    const file = h("input", {
      type: "file",
      accept: "image/*",
      hidden: true,
      onchange: () => file.files.length && readPicture(file.files[0]),
    });
    const paste = (event) => {
      event.preventDefault();
      if (field.value.trim()) scan({ qr: field.value.trim() });
    };
    // A picture of a code can be pasted as it is.
    panel.addEventListener("paste", (event) => {
      const picture = [...event.clipboardData.files].find((one) => one.type.startsWith("image/"));
      if (picture) readPicture(picture);
    });
    const list = h("div", { class: "codes" });
    list.replaceChildren(...codes(first, scan, t("noCodes")));
    const find = (event) => {
      const q = event.target.value.trim();
      clearTimeout(find.timer);
      find.timer = setTimeout(async () => {
        try {
          list.replaceChildren(...codes(await found(q), scan, t("noMatch", { q })));
        } catch (error) {
          acts.tell(error.message);
        }
      }, 300);
    };
    const search = h("input", {
      class: "field wholly",
      type: "search",
      placeholder: t("findCode"),
      "aria-label": t("findCode"),
      oninput: find,
    });
    return [
      h("h3", {}, t("codes")),
      first.count >= SHOWN ? search : null,
      list,
      h("h3", {}, t("paste")),
      h("form", { class: "paste", onsubmit: paste }, field, h("button", { class: "primary" }, t("go"))),
      h("button", { class: "wide", type: "button", onclick: () => file.click() }, icon("picture", 20), t("picture")),
      file,
      h("label", { class: "half" }, half, t("half")),
    ];
  });
  sheet.querySelector(".field:not(.wholly)").focus({ preventScroll: true });
}
