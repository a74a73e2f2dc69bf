/** What only the pages of segments open: no part of what the shell loads. */
import "./words.ts";

export { EditorPage } from "./EditorPage.tsx";
export { SegmentPage } from "./one/SegmentPage.tsx";
export { SegmentsPage } from "./SegmentsPage.tsx";
