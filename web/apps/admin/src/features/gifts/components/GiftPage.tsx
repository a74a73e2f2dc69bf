import { ProblemError } from "@yutang/api";
import { count, dateTime, nothing, State } from "@yutang/ui";
import { Alert, App, Button, Descriptions, Skeleton } from "antd";
import { Copy, Download, FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import { yuan } from "../../../shared/money.ts";
import { SureButton } from "../../../shared/SureButton.tsx";
import { type Gift, useGift, usePublish, useStop } from "../api/gifts.ts";
import { ClaimTable } from "./ClaimTable.tsx";
import { CodesDialog } from "./CodesDialog.tsx";
import { GiftDrawer } from "./GiftDrawer.tsx";
import { phaseTones, useWords } from "./words.ts";
import "./gifts.css";

interface Props {
  id: number;
  zone: string;
  after: string | undefined;
  mayWrite: boolean;
  mayExport: boolean;
  onPage: (after: string | undefined) => void;
  onPrevious: () => void;
  onCustomer: (id: number) => void;
  onBack: () => void;
}

export function GiftPage(props: Props) {
  const { t } = useTranslation();
  const gift = useGift(props.id);
  if (gift.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  if (gift.isError) {
    const gone = gift.error instanceof ProblemError && gift.error.problem.status === 404;
    return (
      <Alert
        type="error"
        showIcon
        title={t(gone ? "gifts.notFound" : "gifts.loadFailed")}
        action={<Button onClick={props.onBack}>{t("gifts.back")}</Button>}
      />
    );
  }
  return <Details {...props} gift={gift.data} />;
}

function Details({ gift, ...props }: Props & { gift: Gift }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [open, setOpen] = useState<"edit" | "codes" | null>(null);
  const publish = usePublish((now) => message.success(t("gifts.published", { name: now.name })));
  const stop = useStop((now) => message.success(t("gifts.stopped", { name: now.name })));
  const trouble = publish.error ?? stop.error;
  const draft = gift.phase === "draft";
  const lacking = draft && gift.stock === 0;
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{gift.name}</h1>
          <State tone={phaseTones[gift.phase]} word={t(`gifts.phases.${gift.phase}`)} />
        </div>
        {props.mayWrite && (
          <div className="acts">
            {draft && <Button onClick={() => setOpen("edit")}>{t("gifts.edit")}</Button>}
            {gift.phase !== "stopped" && (
              <Button
                type={lacking ? "primary" : "default"}
                icon={<FileUp size={14} aria-hidden="true" />}
                onClick={() => setOpen("codes")}
              >
                {t("gifts.codes.open")}
              </Button>
            )}
            {draft && (
              <Button
                type={lacking ? "default" : "primary"}
                disabled={lacking}
                title={lacking ? t("gifts.publishNot") : undefined}
                loading={publish.isPending}
                onClick={() => publish.mutate(gift)}
              >
                {t("gifts.publish")}
              </Button>
            )}
          </div>
        )}
      </header>
      {trouble && <Alert type="error" showIcon title={words(trouble)} />}
      {draft && <Alert type="info" showIcon title={t("gifts.draftLead")} />}
      <Tiles gift={gift} />
      <Facts gift={gift} zone={props.zone} />
      <section className="gifts-part">
        <div className="gifts-head">
          <h2>{t("gifts.claims.title")}</h2>
          {props.mayExport && gift.people > 0 && (
            <Button
              icon={<Download size={14} aria-hidden="true" />}
              href={`/api/gifts/${gift.id}/claims.csv`}
              download
            >
              {t("gifts.claims.export")}
            </Button>
          )}
        </div>
        <ClaimTable
          id={gift.id}
          zone={props.zone}
          after={props.after}
          onPage={props.onPage}
          onPrevious={props.onPrevious}
          onCustomer={props.onCustomer}
        />
      </section>
      {props.mayWrite && gift.published_at !== null && gift.stopped_at === null && (
        <footer className="danger">
          <SureButton
            ask={t("gifts.stopAsk", { name: gift.name })}
            what={t("gifts.stopWhat", { given: count(gift.given), left: count(gift.left) })}
            act={t("gifts.stop")}
            loading={stop.isPending}
            onSure={() => stop.mutate(gift)}
          />
        </footer>
      )}
      {open === "edit" && (
        <GiftDrawer gift={gift} onSaved={() => setOpen(null)} onClose={() => setOpen(null)} />
      )}
      {open === "codes" && <CodesDialog gift={gift} onClose={() => setOpen(null)} />}
    </>
  );
}

function Tiles({ gift }: { gift: Gift }) {
  const { t } = useTranslation();
  const share = gift.stock ? Math.round((100 * gift.given) / gift.stock) : 0;
  const kept = (days: 7 | 30) => {
    const ripe = gift[`ripe_${days}`];
    return ripe === 0
      ? nothing
      : t("gifts.of", { n: count(gift[`kept_${days}`]), all: count(ripe) });
  };
  const price = (days: 7 | 30) => {
    const cost = gift[`cost_per_kept_${days}`];
    return cost === null ? t("gifts.priceNot") : t("gifts.priceEach", { n: yuan(cost) });
  };
  return (
    <div className="gifts-tiles">
      <div>
        <p className="gifts-label">{t("gifts.tiles.stock")}</p>
        <p className="gifts-figure num">{count(gift.left)}</p>
        <Bar percent={share} label={t("gifts.tiles.stockBar", { n: share })} />
        <p className="meta num">
          {t("gifts.tiles.stockOf", { given: count(gift.given), stock: count(gift.stock) })}
        </p>
      </div>
      <div>
        <p className="gifts-label">{t("gifts.tiles.people")}</p>
        <p className="gifts-figure num">{count(gift.people)}</p>
        <p className="meta num">{t("gifts.tiles.lost", { n: count(gift.lost) })}</p>
      </div>
      {([7, 30] as const).map((days) => (
        <div key={days}>
          <p className="gifts-label">{t("gifts.tiles.kept", { days })}</p>
          <p className="gifts-figure num" title={t("gifts.notYet", { days })}>
            {kept(days)}
          </p>
          <p className="meta num">{price(days)}</p>
        </div>
      ))}
    </div>
  );
}

function Facts({ gift, zone }: { gift: Gift; zone: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const fact = (key: string, children: React.ReactNode) => ({
    key,
    label: t(`gifts.facts.${key}`),
    children,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(gift.link);
    message.success(t("gifts.copied"));
  };
  return (
    <Descriptions
      className="gifts-facts"
      column={1}
      items={[
        fact(
          "link",
          gift.phase === "draft" ? (
            t("gifts.linkLater")
          ) : (
            <span className="gifts-link">
              <code>{gift.link}</code>
              <Button size="small" icon={<Copy size={12} aria-hidden="true" />} onClick={copy}>
                {t("gifts.copy")}
              </Button>
            </span>
          ),
        ),
        fact("about", <span className="gifts-lines">{gift.about || nothing}</span>),
        fact("rules", <span className="gifts-lines">{gift.rules || nothing}</span>),
        fact(
          "channels",
          gift.all_channels
            ? t("gifts.form.reaches.all")
            : gift.channels.map((one) => one.name).join(t("common.comma")),
        ),
        fact(
          "span",
          t(gift.ends_at ? "gifts.span" : "gifts.spanOpen", {
            from: dateTime(gift.starts_at, zone),
            to: gift.ends_at ? dateTime(gift.ends_at, zone) : "",
          }),
        ),
        fact(
          "cost",
          t(gift.budget === null ? "gifts.costOpen" : "gifts.costBudget", {
            n: yuan(gift.cost),
            budget: yuan(gift.budget ?? 0),
            spent: yuan(gift.spent),
          }),
        ),
        fact("showStock", t(gift.show_stock ? "gifts.shown" : "gifts.hidden")),
      ]}
    />
  );
}
