import type { TFunction } from "i18next";
import en from "../../../locales/en/later-segments.json";
import zh from "../../../locales/zh-CN/later-segments.json";
import { isTold, kindName } from "../../../shared/eventKinds.ts";
import { learn } from "../../../shared/learn.ts";

learn({ "zh-CN": zh, en });

/** What a part of a chart is called: by the server, or by a word of ours. */
export function partName(t: TFunction, by: string, key: string, name: string | null): string {
  if (name) return name;
  return t(
    [`segments.parts.${by}.${key || "none"}`, `customers.${by}s.${key || "none"}`],
    key || "–",
  );
}

/** What a kind of event is called; of ours those that happen to no person have no name here. */
export function eventName(t: TFunction, kind: string, label: string | null): string | undefined {
  if (label !== null || isTold(kind)) return kindName(t, kind, label);
  const key = `segments.events.${kind}`;
  const name = t(key);
  return name === key ? undefined : name;
}

/** Why a refresh came to nothing; the server tells its code. */
export const whyNot = (t: TFunction, trouble: string): string =>
  t([`segments.problems.${trouble.replaceAll(".", "_")}`, "segments.problems.other"], {
    detail: trouble,
  });
