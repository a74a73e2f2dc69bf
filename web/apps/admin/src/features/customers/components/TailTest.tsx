import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

const DIGITS = 4;

/** The last digits of a phone number; whoever searches so is written down. */
export function TailTest({ onAdd }: { onAdd: (tail: string) => void }) {
  const { t } = useTranslation();
  const [tail, setTail] = useState("");
  const whole = tail.length === DIGITS;
  return (
    <form
      className="filter-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) onAdd(tail);
      }}
    >
      <Input
        aria-label={t("lists.filters.tail")}
        placeholder="6627"
        inputMode="numeric"
        maxLength={DIGITS}
        value={tail}
        onChange={(event) => setTail(event.target.value.replace(/\D/g, ""))}
      />
      <Button htmlType="submit" disabled={!whole}>
        {t("customers.filters.apply")}
      </Button>
      <p className="meta">{t("lists.tailNote")}</p>
    </form>
  );
}
