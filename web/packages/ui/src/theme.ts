import type { ThemeConfig } from "antd";

/** Every colour of the product; no other hex value stands in the code. */
export const color = {
  brand: "#0B7A75",
  brandHover: "#086460",
  brandSoft: "#E6F3F2",
  text: "#1B2429",
  second: "#4F5C63",
  meta: "#626F77",
  off: "#9AA6AC",
  line: "#D5DCDF",
  panel: "#E8ECEE",
  row: "#EEF1F2",
  canvas: "#FFFFFF",
  tint: "#F6F8F8",
  ok: "#1D7A46",
  okSoft: "#ECF7F0",
  okDot: "#2E9E62",
  warn: "#9A5B00",
  warnSoft: "#FFF5E0",
  warnDot: "#D98A1E",
  bad: "#C4352B",
  badSoft: "#FDECEA",
  info: "#2F4FA8",
  infoSoft: "#EDF1FC",
  infoDot: "#4D6FD1",
  offDot: "#A9B4B9",
} as const;

/** Order of series (told apart by colour-blind eyes too), the rest, the period compared with. */
export const chartColor = {
  series: ["#0B7A75", "#D07A26", "#3946B0", "#74B8E0", "#93264A", "#D6C45E"],
  /** Those with 3:1 on white: lines are drawn in no other. */
  lines: ["#0B7A75", "#D07A26", "#3946B0", "#93264A"],
  rest: "#B8C2C7",
  /** Of a heat map, from little to much. */
  ramp: ["#E6F3F2", "#BFE0DD", "#86C4BF", "#4BA39C", "#0B7A75", "#075450"],
} as const;

export const fontFamily =
  '-apple-system, BlinkMacSystemFont, "SF Pro Text", "Segoe UI", Roboto, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** antd's look made calm: no shadows under buttons, hairlines, one accent. */
export const theme = (motion: boolean): ThemeConfig => ({
  token: {
    motion,
    colorPrimary: color.brand,
    // antd's own shade under the pointer is too light to be read.
    colorPrimaryHover: color.brandHover,
    // The same of what is chosen in a list: its shade comes out grey and heavy.
    controlItemBgActive: color.brandSoft,
    controlItemBgActiveHover: color.brandSoft,
    colorLink: color.brand,
    colorLinkHover: color.brandHover,
    colorText: color.text,
    colorTextSecondary: color.second,
    colorTextDescription: color.meta,
    colorTextTertiary: color.meta,
    colorTextPlaceholder: color.meta,
    colorBorder: color.line,
    colorBorderSecondary: color.panel,
    colorError: color.bad,
    colorErrorBg: color.badSoft,
    colorWarning: color.warn,
    colorWarningBg: color.warnSoft,
    colorInfo: color.info,
    colorInfoBg: color.infoSoft,
    colorSuccess: color.ok,
    colorSuccessBg: color.okSoft,
    fontFamily,
    fontSize: 14,
    borderRadius: 6,
    borderRadiusLG: 8,
    fontWeightStrong: 600,
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    Table: {
      headerBg: color.canvas,
      headerColor: color.meta,
      headerSplitColor: "transparent",
      headerSortActiveBg: color.canvas,
      headerSortHoverBg: color.canvas,
      bodySortBg: "transparent",
      borderColor: color.row,
      rowHoverBg: "#F4F7F7",
      // antd's own shade of the accent is too dark for grey words.
      rowSelectedBg: "#F0F8F7",
      rowSelectedHoverBg: color.brandSoft,
      cellPaddingBlock: 8,
    },
  },
});
