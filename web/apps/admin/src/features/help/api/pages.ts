/** The docs of this very version, in both languages; each page is fetched when it is opened. */
const files = import.meta.glob<string>("../../../../../../../docs/{en,zh}/**/*.md", {
  query: "?raw",
  import: "default",
});

export const SECTIONS = ["tutorials", "how-to", "reference", "explanation"] as const;
export type Section = (typeof SECTIONS)[number];

const PATH = /docs\/(en|zh)\/((?:[\w-]+\/)*[\w-]+)\.md$/;

const pages = new Map<string, () => Promise<string>>();
for (const [file, load] of Object.entries(files)) {
  const [, folder, path] = PATH.exec(file) ?? [];
  if (folder && path) pages.set(`${folder}/${path}`, load);
}

const folderOf = (language: string) => (language === "en" ? "en" : "zh");

/** Paths of a section in a language, such as "how-to/back-up". */
export function pagesOf(section: Section, language: string): string[] {
  const start = `${folderOf(language)}/${section}/`;
  return [...pages.keys()]
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(folderOf(language).length + 1))
    .sort();
}

/** The text of a page, or null where there is none; a page in English only serves both. */
export async function loadPage(path: string, language: string): Promise<string | null> {
  const load = pages.get(`${folderOf(language)}/${path}`) ?? pages.get(`en/${path}`);
  return load ? await load() : null;
}

/** The first heading is the page's name. */
export function titleOf(text: string): string {
  return /^#\s+(.+)$/m.exec(text)?.[1]?.trim() ?? "";
}

/** Where a link of a page leads inside the help; null for what lies outside. */
export function inHelp(from: string, href: string): string | null {
  if (/^[a-z]+:/i.test(href) || href.startsWith("/") || href.startsWith("#")) return null;
  const [path = "", anchor] = href.split("#");
  const parts = from.split("/").slice(0, -1);
  for (const part of path.replace(/\.md$/, "").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  // A page that stands in one language only is linked across the languages' folders.
  if (parts[0] === "en" || parts[0] === "zh") parts.shift();
  const found = parts.join("/");
  return pages.has(`en/${found}`) || pages.has(`zh/${found}`)
    ? `${found}${anchor ? `#${anchor}` : ""}`
    : null;
}

/** Where the help begins. */
export const FIRST_PAGE = "tutorials/first-ten-minutes";
