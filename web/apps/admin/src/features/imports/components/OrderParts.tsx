import { Alert, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { type Import, type Mapping, STANDINGS } from "../api/imports.ts";

interface Props {
  one: Import;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

/** Where these orders come from, and what the file's own words for their states mean. */
export function OrderParts({ one, mapping, onChange }: Props) {
  const { t } = useTranslation();
  const statuses = mapping.statuses ?? {};
  const words = [...new Set([...Object.keys(statuses), ...(one.shape.unknown_statuses ?? [])])];
  const say = (word: string, standing: string | undefined) => {
    const { [word]: _, ...rest } = statuses;
    onChange({ ...mapping, statuses: standing ? { ...rest, [word]: standing } : rest });
  };
  return (
    <>
      {!Object.values(mapping.columns).some((target) => BUYERS.includes(target)) && (
        <Alert type="warning" showIcon title={t("imports.nobodyBuys")} />
      )}
      <fieldset>
        <legend>{t("imports.shop")}</legend>
        <p className="meta">{t("imports.shopWhy")}</p>
        <Input
          aria-label={t("imports.shop")}
          maxLength={40}
          value={mapping.shop}
          onChange={(event) => onChange({ ...mapping, shop: event.target.value })}
        />
      </fieldset>
      {words.length > 0 && (
        <fieldset>
          <legend>{t("imports.statuses")}</legend>
          <p className="meta">{t("imports.statusesWhy")}</p>
          {words.map((word) => (
            <div className="import-status" key={word}>
              <span>{word}</span>
              <Select
                aria-label={t("imports.statusOf", { word })}
                allowClear
                placeholder={t("imports.statusRefuse")}
                value={statuses[word]}
                onChange={(standing: string | undefined) => say(word, standing)}
                options={STANDINGS.map((value) => ({
                  value,
                  label: t(`imports.standings.${value}`),
                }))}
              />
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}

const BUYERS = ["external", "unionid", "member_number", "phone", "openid"];
