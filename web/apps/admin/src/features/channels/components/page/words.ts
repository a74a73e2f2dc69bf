import en from "../../../../locales/en/later-pagecodes.json";
import zh from "../../../../locales/zh-CN/later-pagecodes.json";
import { learn } from "../../../../shared/learn.ts";

/** Words that only codes need: they come with these pages, not with the shell. */
learn({ "zh-CN": zh, en });
