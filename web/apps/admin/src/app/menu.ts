import {
  ChartColumn,
  LayoutDashboard,
  type LucideIcon,
  MessagesSquare,
  QrCode,
  Settings,
  ShieldCheck,
  Users,
} from "lucide-react";

export interface Page {
  to: string;
  key: string;
  /** Who lacks it does not see the entry. */
  permission: string;
  /** Pages of one group are one entry, with tabs over them. */
  group?: string;
}

export interface Section {
  key: string;
  Icon: LucideIcon;
  pages: readonly Page[];
}

/** Entries appear with their capability; the order is the guide's. */
export const sections: readonly Section[] = [
  {
    key: "overview",
    Icon: LayoutDashboard,
    pages: [{ to: "/", key: "overview", permission: "adds.read" }],
  },
  {
    key: "customers",
    Icon: Users,
    pages: [
      { to: "/customers", key: "allCustomers", permission: "customers.read" },
      { to: "/tags", key: "tags", permission: "tags.read" },
      { to: "/segments", key: "segments", permission: "segments.read" },
      { to: "/to-dos", key: "todos", permission: "tasks.read" },
      { to: "/orders", key: "orders", permission: "customers.read" },
      { to: "/rfm", key: "rfm", permission: "segments.read" },
      { to: "/losses", key: "losses", permission: "customers.read" },
      { to: "/handovers", key: "handovers", permission: "handovers.read" },
    ],
  },
  {
    key: "groups",
    Icon: MessagesSquare,
    pages: [
      { to: "/groups", key: "allGroups", permission: "groups.read" },
      { to: "/groups/duplicates", key: "duplicates", permission: "groups.read" },
      { to: "/groups/tiers", key: "tiers", permission: "groups.read" },
      { to: "/groups/rules", key: "rules", permission: "groups.read" },
    ],
  },
  {
    key: "grow",
    Icon: QrCode,
    pages: [
      { to: "/codes", key: "codes", permission: "channels.read", group: "codes" },
      { to: "/old-pools", key: "oldPools", permission: "channels.read", group: "codes" },
      { to: "/group-codes", key: "groupCodes", permission: "channels.read" },
      { to: "/links", key: "links", permission: "channels.read" },
      { to: "/welcomes", key: "welcomes", permission: "adds.read" },
      { to: "/posters", key: "posters", permission: "channels.read" },
      { to: "/gifts", key: "gifts", permission: "channels.read" },
      { to: "/touchpoints", key: "touchpoints", permission: "channels.read" },
      { to: "/targets", key: "targets", permission: "adds.read" },
    ],
  },
  {
    key: "trust",
    Icon: ShieldCheck,
    pages: [
      { to: "/audit", key: "audit", permission: "audit.read" },
      { to: "/privacy", key: "privacy", permission: "privacy.read" },
    ],
  },
  {
    key: "data",
    Icon: ChartColumn,
    pages: [
      { to: "/reports/growth", key: "growth", permission: "adds.read" },
      { to: "/data/sources", key: "sources", permission: "settings.read" },
      { to: "/data/stream", key: "stream", permission: "settings.read" },
      { to: "/data/kinds", key: "eventKinds", permission: "settings.read" },
      { to: "/people/conflicts", key: "identityConflicts", permission: "customers.read" },
      { to: "/data/log", key: "eventLog", permission: "settings.read" },
    ],
  },
];

export const settings: Section = {
  key: "settings",
  Icon: Settings,
  pages: [
    { to: "/settings/wecom", key: "connection", permission: "settings.read", group: "wecom" },
    { to: "/settings/sync", key: "sync", permission: "settings.read", group: "wecom" },
    { to: "/settings/quota", key: "quota", permission: "settings.read", group: "wecom" },
    { to: "/settings/room", key: "room", permission: "settings.read", group: "wecom" },
    { to: "/settings/callbacks", key: "callbacks", permission: "callbacks.read", group: "wecom" },
    { to: "/settings/staff", key: "accounts", permission: "users.read", group: "people" },
    { to: "/settings/roles", key: "roles", permission: "users.read", group: "people" },
    { to: "/settings/stores", key: "stores", permission: "stores.read" },
    { to: "/settings/fields", key: "fields", permission: "customers.read" },
    { to: "/settings/notices", key: "notices", permission: "settings.read" },
    { to: "/settings/api", key: "api", permission: "customers.read" },
  ],
};
