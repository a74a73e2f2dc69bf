/** Pages of sources and of what arrives: no part of what the shell loads. */
export { SourcesPage } from "./SourcesPage.tsx";
export { StreamPage } from "./StreamPage.tsx";
