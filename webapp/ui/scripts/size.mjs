// Holds the first load to its limits; run after every build.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limits = { 'app.js': 60, 'app.css': 12 } // kB, gzipped

for (const [name, limit] of Object.entries(limits)) {
  const file = new URL(`../../../static/app/${name}`, import.meta.url)
  const size = gzipSync(readFileSync(file), { level: 9 }).length / 1000
  console.log(`${name}: ${size.toFixed(1)} kB gzipped of ${limit}`)
  if (size > limit) {
    console.error(`${name} is over its limit`)
    process.exitCode = 1
  }
}
