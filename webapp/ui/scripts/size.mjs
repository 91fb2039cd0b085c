// Holds the first load to its limits: what index.html asks for, and what the list of tasks needs beside it, before
// anything can be done with it; and the first part of that, which asks for the rows. Run after every build.
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const limits = { js: 60, css: 12, early: 12 } // kB, gzipped, all files of a kind together

const built = new URL('../../../static/app/', import.meta.url)
const page = readFileSync(new URL('index.html', built), 'utf8')
const first = new Set([...page.matchAll(/(?:src|href)="\/app\/([^"]+)"/g)].map(([, name]) => name))
const files = readdirSync(new URL('assets/', built)).map((name) => `assets/${name}`)
const sums = { js: 0, css: 0, early: 0 }

const list = files.find((name) => name.startsWith('assets/tasks-'))
if (list === undefined) throw new Error('the list of tasks is no file of its own')
const imports = readFileSync(new URL(list, built), 'utf8').matchAll(/from\s*["'`]\.\/([^"'`]+)["'`]/g)
for (const name of [list, ...[...imports].map(([, name]) => `assets/${name}`)]) first.add(name)

for (const name of files) {
  const size = gzipSync(readFileSync(new URL(name, built)), { level: 9 }).length / 1000
  if (first.has(name)) sums[name.split('.').pop()] += size
  if (name.startsWith('assets/early-')) sums.early += size
  console.log(`${size.toFixed(1).padStart(6)} kB ${first.has(name) ? 'first' : 'later'}  ${name}`)
}
for (const [kind, limit] of Object.entries(limits)) {
  console.log(`${sums[kind].toFixed(1).padStart(6)} kB of ${limit} kB of ${kind}, gzipped, in the first load`)
  // Nothing at all means that the page was not read right.
  if (sums[kind] > limit || sums[kind] === 0) {
    console.error(`the first load's ${kind} is not within its limit`)
    process.exitCode = 1
  }
}
