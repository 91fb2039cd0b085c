// Fails when sources import each other in a circle, by types and by lazy imports too: no file of a circle
// can be understood, tested or moved without the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

const root = fileURLToPath(new URL('../src/', import.meta.url))
const files = readdirSync(root, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(root, name))
const imports = new Map(files.map((file) => [file, importsOf(file)]))
const cycles = files.flatMap((file) => cycleThrough(file) ?? [])
if (files.length === 0 || ![...imports.values()].some((found) => found.length > 0)) {
  throw new Error(`no imports were found in ${root}`)
}
for (const cycle of cycles) console.error(`import cycle: ${cycle.map((file) => relative(root, file)).join(' → ')}`)
if (cycles.length > 0) process.exitCode = 1

/** The source files that a file imports, exports from or loads lazily. */
function importsOf(file) {
  const text = readFileSync(file, 'utf8')
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  const requests = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1)),
  ]
  return requests.filter((request) => request.startsWith('.')).flatMap((request) => sourceAt(join(dirname(file), request)) ?? [])
}

/** Nothing for what is no source, such as a style sheet. */
function sourceAt(path) {
  if (/\.\w+$/.test(path) && existsSync(path)) return undefined
  const found = [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(existsSync)
  if (found === undefined) throw new Error(`${path} is imported and is not there`)
  return found
}

/** The shortest way from a file back to it; each cycle is told once, by the first of its names. */
function cycleThrough(start) {
  const ways = imports.get(start).map((next) => [start, next])
  const seen = new Set()
  for (const way of ways) {
    const last = way.at(-1)
    if (last === start) return [way]
    if (last < start || seen.has(last)) continue
    seen.add(last)
    for (const next of imports.get(last)) ways.push([...way, next])
  }
  return undefined
}
