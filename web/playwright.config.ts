import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const port = Number(process.env.SANAD_E2E_PORT ?? 8497);
const token = "e2e-token-of-this-run-only";
const program = process.env.SANAD_BIN ?? here("../bin/sanad");
const data = here("../test/e2e/.data");

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };

export default defineConfig({
  testDir: "../test/e2e",
  tsconfig: "./tsconfig.e2e.json",
  outputDir: "./test-results",
  // The walks judge, add and release in one data directory, so they go one after the other.
  workers: 1,
  fullyParallel: false,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    actionTimeout: 60_000,
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--use-gl=swiftshader", "--enable-unsafe-swiftshader"],
    },
    // A dialogue half faded away has no contrast to measure.
    contextOptions: { reducedMotion: "reduce" },
    trace: "retain-on-failure",
  },
  projects: (["en", "ar"] as const).flatMap((language) =>
    (["wide", "narrow"] as const).map((size) => ({
      name: `${language}-${size}`,
      metadata: { language, token, dark: (language === "en") === (size === "narrow") },
      use: { viewport: sizes[size], locale: language === "ar" ? "ar-IQ" : "en-GB" },
    })),
  ),
  webServer: {
    command: `rm -rf "${data}" && "${program}" demo --data "${data}" --reports 300 --members 40 && "${program}" serve --data "${data}" --addr 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/`,
    env: { SANAD_TOKEN: token },
    timeout: 120_000,
    reuseExistingServer: false,
  },
});
