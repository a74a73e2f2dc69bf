// Walls of the web house: no cycles, no feature enters another, packages know no app.
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "features-apart",
      severity: "error",
      from: { path: "^apps/[^/]+/src/features/([^/]+)/" },
      to: { path: "^apps/[^/]+/src/features/", pathNot: "^apps/[^/]+/src/features/$1/" },
    },
    {
      name: "features-know-no-app",
      severity: "error",
      from: { path: "^apps/[^/]+/src/features/" },
      to: { path: "^apps/[^/]+/src/app/" },
    },
    {
      name: "packages-know-no-app",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
  },
};
