import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Kind, Made } from "../api/tokens.ts";
import { MadeToken } from "./MadeToken.tsx";
import { TokenDrawer } from "./TokenDrawer.tsx";
import { TokenTable } from "./TokenTable.tsx";
import "./tokens.css";

interface Props {
  zone: string;
  permissions: readonly string[];
  seesAll: boolean;
}

/** With what programs come in: one's own tokens, and those of services for who may make them. */
export function TokensPage({ zone, permissions, seesAll }: Props) {
  const { t } = useTranslation();
  const [making, setMaking] = useState<Kind>();
  const [made, setMade] = useState<Made>();
  const kinds: readonly Kind[] = permissions.includes("tokens.write")
    ? ["personal", "service"]
    : ["personal"];
  return (
    <div className="tokens">
      <header className="page-head">
        <div>
          <h1>{t("tokens.title")}</h1>
          <p className="meta">{t("tokens.about")}</p>
        </div>
        <Button href="/api/docs" target="_blank" rel="noreferrer">
          {t("tokens.docs")}
        </Button>
      </header>
      {kinds.map((kind) => (
        <section key={kind} aria-labelledby={`tokens-${kind}`}>
          <header className="tokens-head">
            <div>
              <h2 id={`tokens-${kind}`}>{t(`tokens.${kind}.title`)}</h2>
              <p className="meta">{t(`tokens.${kind}.about`)}</p>
            </div>
            <Button
              type={kind === "personal" ? "primary" : "default"}
              onClick={() => setMaking(kind)}
            >
              {t(`tokens.${kind}.make`)}
            </Button>
          </header>
          <TokenTable kind={kind} zone={zone} />
        </section>
      ))}
      {making && (
        <TokenDrawer
          kind={making}
          permissions={permissions}
          seesAll={seesAll}
          onClose={() => setMaking(undefined)}
          onMade={(token) => {
            setMaking(undefined);
            setMade(token);
          }}
        />
      )}
      {made && <MadeToken made={made} onClose={() => setMade(undefined)} />}
    </div>
  );
}
