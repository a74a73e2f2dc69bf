import {
  LayoutDashboard,
  type LucideIcon,
  QrCode,
  Settings,
  ShieldCheck,
  Users,
} from "lucide-react";

interface Page {
  to: string;
  key: string;
  /** Who lacks it does not see the entry. */
  permission: string;
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
      { to: "/to-dos", key: "todos", permission: "tasks.read" },
      { to: "/losses", key: "losses", permission: "customers.read" },
    ],
  },
  {
    key: "grow",
    Icon: QrCode,
    pages: [
      { to: "/codes", key: "codes", permission: "channels.read" },
      { to: "/welcomes", key: "welcomes", permission: "adds.read" },
    ],
  },
  {
    key: "trust",
    Icon: ShieldCheck,
    pages: [{ to: "/audit", key: "audit", permission: "audit.read" }],
  },
];

export const settings: Section = {
  key: "settings",
  Icon: Settings,
  pages: [
    { to: "/settings/wecom", key: "wecom", permission: "settings.read" },
    { to: "/settings/staff", key: "people", permission: "users.read" },
    { to: "/settings/roles", key: "roles", permission: "users.read" },
    { to: "/settings/fields", key: "fields", permission: "customers.read" },
    { to: "/settings/stores", key: "stores", permission: "stores.read" },
    { to: "/settings/sync", key: "sync", permission: "settings.read" },
    { to: "/settings/quota", key: "quota", permission: "settings.read" },
    { to: "/settings/room", key: "room", permission: "settings.read" },
    { to: "/settings/notices", key: "notices", permission: "settings.read" },
    { to: "/settings/privacy", key: "privacy", permission: "privacy.read" },
    { to: "/settings/api", key: "api", permission: "customers.read" },
    { to: "/settings/callbacks", key: "callbacks", permission: "callbacks.read" },
  ],
};
