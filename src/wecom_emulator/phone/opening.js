// A page that a scanned code leads to: WeCom knows who opens it, and a long press reads codes on it.

import { h } from "./dom.js";
import { openSheet } from "./sheet.js";
import { myId, state } from "./state.js";
import { t } from "./words.js";

const COOKIE = "wecom_emulator_member";
const OWN = /^https:\/\/(work|open)\.weixin\.qq\.com\//;
const READ = "wecom-emulator:read";

// Whatever is no code of WeCom's own is the address of somebody's page.
export const isPage = (qr) => /^https?:\/\//.test(qr ?? "") && !OWN.test(qr);

export function openPage(url, acts) {
  // The page asks WeCom who opens it; WeCom knows by this, of strangers an openid only.
  const who = myId() || `openid:${state.me.unionid}`;
  // biome-ignore lint/suspicious/noDocumentCookie: the plain cookie is what the sign-in page reads
  document.cookie = `${COOKIE}=${state.corpid}|${who}; path=/; SameSite=Lax`;
  openSheet(t("page"), (close, panel) => {
    panel.classList.add("of-page");
    const read = (event) => {
      removeEventListener(READ, read);
      close();
      acts.scanned({ qr: event.detail });
    };
    addEventListener(READ, read);
    return [
      h("iframe", { class: "opened", src: url, title: t("page") }),
      h("p", { class: "hint" }, t("pageHint")),
    ];
  });
}
