/** Pages of links and landing pages: no part of what the shell loads. */
export { LinkPage } from "./LinkPage.tsx";
export { LinksPage } from "./LinksPage.tsx";
export { PostersPage } from "./PostersPage.tsx";
export { SnippetList } from "./SnippetList.tsx";
