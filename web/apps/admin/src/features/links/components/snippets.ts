export const PLACES = ["site", "scheme", "article", "menu", "mini", "miniImage"] as const;
export type Place = (typeof PLACES)[number];

/** Of a link only: its scheme opens WeChat out of another browser. */
const OF_LINKS: readonly Place[] = ["scheme"];

export function placesOf(isLink: boolean): Place[] {
  return PLACES.filter((place) => isLink || !OF_LINKS.includes(place));
}

const attribute = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** The address that opens a link's page out of another app. */
export function schemeOf(address: string): string {
  return `weixin://biz/ww/profile/${encodeURIComponent(address)}`;
}

/** Code that can be pasted as it is; `words` stand on the button. */
export function snippetOf(place: Place, address: string, image: string, words: string): string {
  switch (place) {
    case "site":
      return `<a href="${attribute(address)}" rel="noopener">${attribute(words)}</a>`;
    case "scheme":
      return `<a href="${attribute(schemeOf(address))}">${attribute(words)}</a>`;
    case "article":
    case "menu":
      return address;
    case "mini":
      return [
        `<!-- pages/add/add.wxml -->`,
        `<web-view src="{{address}}"></web-view>`,
        ``,
        `// pages/add/add.js`,
        `Page({ data: { address: ${JSON.stringify(address)} } });`,
        ``,
        `// wherever the button is`,
        `wx.navigateTo({ url: "/pages/add/add" });`,
      ].join("\n");
    case "miniImage":
      return `<image src="${attribute(image)}" mode="widthFix" show-menu-by-longpress />`;
  }
}
