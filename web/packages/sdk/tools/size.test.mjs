import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { expect, test } from "vitest";

test("the script weighs less than 6 kB, needs no other file, and says its version", async () => {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const built = await build({ root, logLevel: "silent", build: { write: false } });
  const [{ output }] = [built].flat();
  expect(output.map((file) => file.fileName)).toEqual(["yutang.js"]);
  const [{ code }] = output;
  expect(gzipSync(code, { level: 9 }).length).toBeLessThan(6000);
  expect(code).toContain("0.1.0");
  expect(code).not.toContain("import(");
});
