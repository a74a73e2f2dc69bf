import { Alert, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import "./sheets.css";

const SIZES = ["badge", "table_card", "poster", "stand"] as const;
const KINDS = ["pdf", "svg", "png"] as const;

/** The code at this path on four pages, each to look at and to take to the print shop. */
export function Sheets({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState("");
  const [caption, setCaption] = useState(t("channels.sheet.captionUsual"));
  const [shown, setShown] = useState({ title, caption });
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setShown({ title, caption });
      setBroken(false);
    }, 400);
    return () => clearTimeout(timer);
  }, [title, caption]);
  const address = (kind: string, size: string) =>
    `${path}/sheet.${kind}?${new URLSearchParams({ size, ...shown })}`;
  return (
    <section aria-label={t("channels.tabs.sheet")}>
      <Form layout="vertical" className="sheet-words">
        <Form.Item label={t("channels.sheet.title")} htmlFor="sheet-title">
          <Input
            id="sheet-title"
            maxLength={20}
            value={title}
            placeholder={t("channels.sheet.titleExample")}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("channels.sheet.caption")} htmlFor="sheet-caption">
          <Input
            id="sheet-caption"
            maxLength={30}
            value={caption}
            onChange={(event) => setCaption(event.target.value)}
          />
        </Form.Item>
      </Form>
      {broken && <Alert type="error" showIcon title={t("channels.sheet.undrawable")} />}
      <ul className="sheets">
        {SIZES.map((size) => (
          <li key={size}>
            <div className="sheet-frame">
              <img
                src={address("svg", size)}
                alt={t("channels.sheet.preview", { size: t(`channels.sheet.${size}`) })}
                onError={() => setBroken(true)}
              />
            </div>
            <b>{t(`channels.sheet.${size}`)}</b>
            <span className="meta num">{t(`channels.sheet.mm.${size}`)}</span>
            <span className="sheet-files">
              {KINDS.map((kind) => (
                <a
                  key={kind}
                  href={address(kind, size)}
                  download={`${name}-${size}.${kind}`}
                  aria-label={t("channels.sheet.download", {
                    size: t(`channels.sheet.${size}`),
                    kind: kind.toUpperCase(),
                  })}
                >
                  {kind.toUpperCase()}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p className="meta">{t("channels.sheet.advice")}</p>
    </section>
  );
}
