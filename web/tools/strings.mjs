// No Chinese outside the locales, and no key in one language only.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const CJK = /[\u3400-\u9fff]/;
const roots = ["apps", "packages"];
const wrong = [];

function* files(folder) {
  for (const name of readdirSync(folder)) {
    if (name === "node_modules" || name === "dist") continue;
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

for (const root of roots) {
  for (const path of files(root)) {
    if (!/\.(ts|tsx)$/.test(path) || /locales|\.test\.|\.gen\./.test(path)) continue;
    readFileSync(path, "utf8")
      .split("\n")
      .forEach((line, index) => {
        if (CJK.test(line)) wrong.push(`${path}:${index + 1}: Chinese outside the locales`);
      });
  }
}

const keys = (object, before = "") =>
  Object.entries(object).flatMap(([key, value]) =>
    typeof value === "string" ? [before + key] : keys(value, `${before}${key}.`),
  );
const base = (key) => key.replace(/_(one|other)$/, "");
const read = (folder) =>
  new Set(
    readdirSync(folder).flatMap((name) =>
      keys(JSON.parse(readFileSync(join(folder, name), "utf8"))).map(base),
    ),
  );
let total = 0;
for (const app of readdirSync("apps")) {
  const folder = join("apps", app, "src", "locales");
  const [zh, en] = [read(join(folder, "zh-CN")), read(join(folder, "en"))];
  for (const key of zh) if (!en.has(key)) wrong.push(`${folder}/en lacks ${key}`);
  for (const key of en) if (!zh.has(key)) wrong.push(`${folder}/zh-CN lacks ${key}`);
  total += zh.size;
}

if (wrong.length > 0) {
  console.error(wrong.join("\n"));
  process.exit(1);
}
console.log(`strings: ${total} keys in two languages`);
