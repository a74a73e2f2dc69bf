import { after, before, test } from "node:test";
import { enter, launch, look } from "./browser.mjs";
let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());
const m = `${process.pid}`.padStart(6, "0").slice(-6);
const FILE = ["时间,手机号,页面,价格,备注", `2026-11-20 09:30,138${m}11,龙井,128.5,`, `2026-11-21 09:30,138${m}12,"很长很长的商品名称很长很长的商品名称很长很长的商品名称","1,280",两盒`, `昨天,138${m}12,龙井,9,`, `2026-11-21 09:30,138****0000,龙井,9,`].join("\n");
for (const how of [{ lang: "en", width: 1440 }, { lang: "zh-CN", width: 375, height: 812 }]) {
  test(`shots ${how.lang} ${how.width}`, async () => {
    const at = `${how.lang}-${how.width}`;
    const { page, context } = await enter(browser, "/customers/import", how);
    await page.setInputFiles('input[type="file"]', { name: "behaviour.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
    await page.getByRole("radio", { name: /^(行为：|Behaviour:)/ }).click();
    console.log(at, await look(page, `zz-mapping-lacking-${at}`));
    await page.getByLabel(/^(发生了什么|What happened)$/).click();
    await page.keyboard.type(how.lang === "en" ? "Page viewed" : "浏览页面");
    await page.keyboard.press("Enter");
    await page.getByLabel(/「备注」写到哪里|What “备注” becomes/).click();
    console.log(at, await look(page, `zz-select-${at}`));
    await page.getByTitle(/^(属性：备注|Property: 备注)$/).last().click();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(at, "over", over);
    console.log(at, await look(page, `zz-mapping-${at}`));
    await page.getByRole("button", { name: /^(试算|Start the dry run)$/ }).click();
    await page.getByRole("button", { name: /^(写入 2 条行为|Write 2 events)$/ }).waitFor();
    console.log(at, await look(page, `zz-dry-${at}`));
    const over2 = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    console.log(at, "over", over2);
    await context.close();
  });
}
