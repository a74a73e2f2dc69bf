import { expect, test } from "vitest";
import { inHelp, loadPage, pagesOf, titleOf } from "./pages.ts";

test("both languages have the same pages", () => {
  for (const section of ["tutorials", "how-to", "explanation"] as const) {
    expect(pagesOf(section, "zh-CN")).toEqual(pagesOf(section, "en"));
    expect(pagesOf(section, "en").length).toBeGreaterThan(0);
  }
});

test("links between pages stay inside, others do not", () => {
  expect(inHelp("how-to/back-up", "../reference/cli.md#x")).toBe("reference/cli#x");
  expect(inHelp("how-to/back-up", "own-postgresql.md")).toBe("how-to/own-postgresql");
  expect(inHelp("how-to/find-customers", "../../en/reference/http-api.md")).toBe(
    "reference/http-api",
  );
  expect(inHelp("how-to/back-up", "https://example.com")).toBeNull();
  expect(inHelp("how-to/back-up", "../../../secret.md")).toBeNull();
});

test("a page in English only is shown to Chinese readers too", async () => {
  expect(await loadPage("reference/http-api", "zh-CN")).toContain("#");
  expect(await loadPage("nowhere", "en")).toBeNull();
});

test("the first heading names the page", () => {
  expect(titleOf("<!-- x -->\n# Back up\n\ntext")).toBe("Back up");
});
