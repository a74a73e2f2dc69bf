const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ["WeCom", /wxwork\/(\d+)/i],
  ["WeChat", /micromessenger\/(\d+)/i],
  ["Edge", /edg(?:a|ios)?\/(\d+)/i],
  ["Firefox", /(?:firefox|fxios)\/(\d+)/i],
  ["Chrome", /(?:chrome|crios)\/(\d+)/i],
  ["Safari", /version\/(\d+).*safari/i],
];
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ["iPhone", /iphone/i],
  ["iPad", /ipad/i],
  ["HarmonyOS", /harmony|openharmony/i],
  ["Android", /android/i],
  ["Windows", /windows/i],
  ["macOS", /mac os x|macintosh/i],
  ["Linux", /linux/i],
];

/** What a browser says of itself, as people call it; empty where it says nothing known. */
export function browserOf(agent: string): { browser: string; system: string; phone: boolean } {
  const known = BROWSERS.map(([name, sign]) => [name, sign.exec(agent)?.[1]] as const).find(
    ([, version]) => version !== undefined,
  );
  const system = SYSTEMS.find(([, sign]) => sign.test(agent))?.[0] ?? "";
  return {
    browser: known ? `${known[0]} ${known[1]}` : "",
    system,
    phone: ["iPhone", "Android", "HarmonyOS"].includes(system),
  };
}
