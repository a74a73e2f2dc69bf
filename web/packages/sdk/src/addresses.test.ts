import { expect, test } from "vitest";
import { FakeBrowser } from "./faking.ts";
import { addressOf } from "./pages.ts";
import { cameFrom, VISIT, visitOf } from "./session.ts";
import { Store } from "./store.ts";

const at = (address: string, ...keep: string[]) => addressOf(new URL(address), keep);

test("of an address only what names a page is told", () => {
  expect(at("https://shop.example.com/a?token=x&phone=1#top")).toBe("https://shop.example.com/a");
  expect(at("https://shop.example.com/item?id=7&token=x", "id", "sku")).toBe(
    "https://shop.example.com/item?id=7",
  );
  expect(at("https://shop.example.com/#/cart?token=x")).toBe("https://shop.example.com/#/cart");
});

test("campaigns and the click ids of advertisers are read", () => {
  expect(cameFrom("?utm_source=wechat&utm_medium=&utm_other=x&gdt_vid=v1&q=z")).toEqual({
    utm_source: "wechat",
    click_id: "v1",
    click_name: "gdt_vid",
  });
});

test("a visit keeps its campaign, until half an hour of nothing or a newer one", () => {
  const browser = new FakeBrowser();
  const store = new Store(() => browser.local);
  const visit = (search: string) => visitOf(store, browser.at, browser.uuid, search);
  const first = visit("?utm_source=wechat&utm_campaign=spring");
  browser.at += VISIT - 1;
  expect(visit("")).toEqual(first);
  browser.at += VISIT - 1;
  expect(visit("?utm_source=baidu")).toEqual({ session: first.session, utm_source: "baidu" });
  browser.at += VISIT;
  expect(visit("")).toEqual({ session: "id-2" });
});
