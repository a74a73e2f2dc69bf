import "../../../shared/later-forms.css";
import en from "../../../locales/en/later.json";
import zh from "../../../locales/zh-CN/later.json";
import { learn } from "../../../shared/words.ts";

learn({ "zh-CN": zh, en });

/** What only a tap opens: no part of what the first page loads. */
export { FollowForm } from "./FollowForm.tsx";
export { MoreTags } from "./MoreTags.tsx";
export { Refusal } from "./Refusal.tsx";
export { Round } from "./Round.tsx";
export { Writing } from "./Writing.tsx";
