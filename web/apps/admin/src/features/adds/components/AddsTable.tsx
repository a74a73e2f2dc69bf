import { Link } from "@tanstack/react-router";
import { clock, fullMoment, initial, nothing, State, seconds } from "@yutang/ui";
import { Table, Tag } from "antd";
import { type UIEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChannelLink } from "../../../shared/Links.tsx";
import type { Add } from "../api/adds.ts";
import { tones, unnamed, why } from "./reasons.ts";
import "./adds.css";

interface Props {
  rows: readonly Add[];
  zone: string;
  onChannel?: (id: number) => void;
  /** Long lists draw only the rows in view; asked for more when their end comes near. */
  onEnd?: () => void;
}

const WIDTH = 1150;
const HEAD_AND_FOOT = 300;
const LEAST = 320;
const NEAR_END = 600;

export function AddsTable({ rows, zone, onChannel, onEnd }: Props) {
  const { t } = useTranslation();
  const height = useHeight();
  const long = onEnd
    ? {
        virtual: true,
        scroll: { x: WIDTH, y: height },
        onScroll: (event: UIEvent<HTMLDivElement>) => {
          const box = event.currentTarget;
          if (box.scrollTop + box.clientHeight > box.scrollHeight - NEAR_END) onEnd();
        },
      }
    : { scroll: { x: WIDTH } };
  return (
    <Table<Add>
      rowKey="id"
      dataSource={[...rows]}
      pagination={false}
      {...long}
      columns={[
        {
          title: t("adds.columns.customer"),
          width: 200,
          render: (_, add) => <Who add={add} />,
        },
        {
          title: t("adds.columns.welcome"),
          width: 280,
          render: (_, add) => (
            <>
              <State tone={tones[add.outcome]} word={t(`adds.outcomes.${add.outcome}`)} />
              <Which add={add} />
              <div className="meta">{why(t, add)}</div>
            </>
          ),
        },
        {
          title: t("adds.columns.took"),
          width: 90,
          align: "right",
          className: "num",
          render: (_, add) =>
            add.outcome === "sent" && add.latency_ms !== null
              ? t("adds.tiles.seconds", { n: seconds(add.latency_ms) })
              : nothing,
        },
        {
          title: t("adds.columns.tags"),
          width: 200,
          render: (_, add) => <Tags add={add} />,
        },
        {
          title: t("adds.columns.staff"),
          width: 130,
          render: (_, add) => <span className="cut">{add.staff?.name ?? nothing}</span>,
        },
        {
          title: t("adds.columns.channel"),
          width: 150,
          render: (_, add) => {
            const channel = add.channel;
            if (!channel) return nothing;
            return onChannel ? (
              <button type="button" className="link cut" onClick={() => onChannel(channel.id)}>
                {channel.name}
              </button>
            ) : (
              <ChannelLink channel={channel} />
            );
          },
        },
        {
          title: t("adds.columns.at"),
          width: 100,
          align: "right",
          className: "num",
          render: (_, add) => <span title={fullMoment(add.at, zone)}>{clock(add.at, zone)}</span>,
        },
      ]}
    />
  );
}

/** What is left of the window for the rows. */
function useHeight(): number {
  const measure = () => Math.max(LEAST, window.innerHeight - HEAD_AND_FOOT);
  const [height, setHeight] = useState(measure);
  useEffect(() => {
    const changed = () => setHeight(Math.max(LEAST, window.innerHeight - HEAD_AND_FOOT));
    window.addEventListener("resize", changed);
    return () => window.removeEventListener("resize", changed);
  }, []);
  return height;
}

/** The welcome that applied; "–" says why there is none to name. */
function Which({ add }: { add: Add }) {
  const { t } = useTranslation();
  const one = add.greeting;
  if (!one) {
    return (
      <div className="meta" title={t(`adds.which.${unnamed(add)}`)}>
        {nothing}
      </div>
    );
  }
  const parts = [
    one.reach === "corp" ? t("adds.which.corp") : (one.name ?? t("adds.which.gone")),
    one.hours && `${one.hours.start}–${one.hours.end}`,
    one.standing !== "any" && t(`adds.which.${one.standing}`),
  ];
  return (
    <Link to="/welcomes/$id" params={{ id: String(one.id) }} className="add-which cut">
      {parts.filter(Boolean).join(" · ")}
    </Link>
  );
}

function Tags({ add }: { add: Add }) {
  const { t } = useTranslation();
  if (add.tags.length === 0) return nothing;
  return add.tags.map((tag) => (
    <Tag
      key={tag.id}
      title={tag.mirrored ? t("adds.tagThere") : t("adds.tagWaiting")}
      variant={tag.mirrored ? "filled" : "outlined"}
    >
      {tag.name}
    </Tag>
  ));
}

function Who({ add }: { add: Add }) {
  const { t } = useTranslation();
  const customer = add.customer;
  const name = customer?.name || t("adds.nameless");
  return (
    <span className="who">
      <span className="avatar" aria-hidden="true">
        {customer ? initial(name) : "…"}
      </span>
      <span>
        {customer ? (
          <Link
            to="/customers/$id"
            params={{ id: String(customer.id) }}
            className="add-name cut"
            title={name}
          >
            {name}
          </Link>
        ) : (
          <b>{t("adds.storing")}</b>
        )}
        <span className="meta">
          {add.half ? t("adds.halfNote") : add.standing === "returning" && t("adds.returning")}
        </span>
      </span>
    </span>
  );
}
