// The sheet of 扫一扫: choose a code, paste its content, or read a picture.

import { get, readQr } from "./api.js";
import { h, icon } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

const SHOWN = 20;

function namesOf(way) {
  const rest = way.user.length - way.names.length;
  const names = way.names.join(t("comma"));
  return rest > 0 ? t("andMore", { names, n: way.user.length }) : names;
}

export async function openSheet(screen, acts) {
  const waysOf = (text) => get(`corps/${state.corpid}/contact_ways?limit=${SHOWN}&q=${encodeURIComponent(text)}`);
  const ways = await waysOf("");
  const half = h("input", { type: "checkbox" });
  const field = h("input", { class: "field", placeholder: t("pasteHint"), "aria-label": t("paste") });
  const before = document.activeElement;
  const close = () => {
    sheet.remove();
    before?.focus?.();
  };
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
  const codes = (found) => found.map((way) =>
    h(
      "button",
      { class: "code", onclick: () => scan({ config_id: way.config_id }) },
      h("img", { src: `/qr/${way.config_id}.png`, alt: "", width: 56, height: 56, loading: "lazy" }),
      h(
        "span",
        { class: "words" },
        h("span", { class: "name" }, way.remark || way.state || way.config_id.slice(0, 8)),
        h("span", { class: "last" }, namesOf(way)),
      ),
      way.skip_verify ? null : h("span", { class: "asks" }, t("asks")),
    ),
  );
  const list = h("div", { class: "codes" });
  const show = (found, none) => list.replaceChildren(...(found.length ? codes(found) : [h("p", { class: "none" }, none)]));
  show(ways, t("noCodes"));
  const find = (event) => {
    const q = event.target.value.trim();
    clearTimeout(find.timer);
    find.timer = setTimeout(async () => {
      try {
        show(await waysOf(q), t("noMatch", { q }));
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
  const sheet = h(
    "div",
    { class: "sheet", role: "dialog", "aria-modal": "true", "aria-label": t("scan") },
    h(
      "div",
      { class: "panel" },
      h("header", {}, h("strong", {}, t("scan")), h("button", { class: "plain", onclick: close }, t("cancel"))),
      h("h3", {}, t("codes")),
      ways.length >= SHOWN ? search : null,
      list,
      h("h3", {}, t("paste")),
      h("form", { class: "paste", onsubmit: paste }, field, h("button", { class: "primary" }, t("go"))),
      h("button", { class: "wide", type: "button", onclick: () => file.click() }, icon("picture", 20), t("picture")),
      file,
      h("label", { class: "half" }, half, t("half")),
    ),
  );
  sheet.addEventListener("keydown", (event) => event.key === "Escape" && close());
  // A picture of a code can be pasted as it is.
  sheet.addEventListener("paste", (event) => {
    const picture = [...event.clipboardData.files].find((one) => one.type.startsWith("image/"));
    if (picture) readPicture(picture);
  });
  screen.append(sheet);
  field.focus({ preventScroll: true });
}
