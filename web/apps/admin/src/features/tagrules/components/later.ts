/** What only the pages of rules open: no part of what the shell loads. */
import en from "../../../locales/en/later-tagrules.json";
import zh from "../../../locales/zh-CN/later-tagrules.json";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

export { RulePage } from "./RulePage.tsx";
export { RulesPage } from "./RulesPage.tsx";
