import type { TFunction } from "i18next";
import en from "../../../locales/en/later-behaviour.json";
import zh from "../../../locales/zh-CN/later-behaviour.json";
import { learn } from "../../../shared/learn.ts";
import type { Import } from "../api/imports.ts";

learn({ "zh-CN": zh, en });

/** Before the name under which a column is kept as a property of the event. */
export const PROPERTY = "prop:";
const USUAL = ["title", "url", "sku", "category", "brand", "price", "quantity"];

export interface Choice {
  key: string;
  name: string;
}

/** The properties that a column can become: as it is called, as it was chosen, or a usual one. */
export function propertiesOf(
  column: Import["shape"]["columns"][number],
  chosen: string | undefined,
  t: TFunction,
): Choice[] {
  const names = [column.prop, column.event_guess, chosen]
    .filter((key): key is string => Boolean(key))
    .map((key) => (key.startsWith(PROPERTY) ? key.slice(PROPERTY.length) : key))
    .filter((name, place) => place === 0 || !PARTS.has(name));
  return [...new Set([...names, ...USUAL])].map((name) => ({
    key: `${PROPERTY}${name}`,
    name: USUAL.includes(name)
      ? t("behaviour.usual", { name: t(`behaviour.properties.${name}`), key: name })
      : t("behaviour.property", { name }),
  }));
}

const PARTS = new Set([
  "kind",
  "at",
  "external",
  "unionid",
  "openid",
  "phone",
  "member_number",
  "device",
]);
