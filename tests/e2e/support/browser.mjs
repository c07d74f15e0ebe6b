import { mkdir } from "node:fs/promises";
import path from "node:path";
import { chromium } from "playwright-core";
import { artifacts } from "./paths.mjs";

const executable = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Debian's Chromium with nothing that would look for the network. */
export function startBrowser() {
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Keeps a picture of the page as artifacts/e2e/NAME.png. */
export async function keepPicture(page, name) {
  await mkdir(artifacts, { recursive: true });
  await page.screenshot({ path: path.join(artifacts, `${name}.png`) });
}
