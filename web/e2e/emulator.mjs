// The emulator's two doors: what a test tells it, and WeCom's own API as the corp's app.
import assert from "node:assert/strict";
import { emulator } from "../apps/admin/e2e/browser.mjs";

export async function control(path, body) {
  const told = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(`${emulator}/emulator/${path}`, told);
  assert.equal(answer.status, 200, `${path}: ${await answer.clone().text()}`);
  return answer.json();
}

export async function wecom(name, body, query = {}) {
  const told = body && { method: "POST", body: JSON.stringify(body) };
  const answer = await fetch(`${emulator}/cgi-bin/${name}?${new URLSearchParams(query)}`, told);
  const given = await answer.json();
  assert.equal(given.errcode, 0, JSON.stringify(given));
  return given;
}
