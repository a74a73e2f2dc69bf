export { CodePage } from "./CodePage.tsx";
export { CodesPage } from "./CodesPage.tsx";
export { EditorPage } from "./EditorPage.tsx";
