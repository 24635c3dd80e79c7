// Imported first by every entry point: static imports run before any other code, so an old Node says
// one clear sentence instead of failing on a missing feature somewhere else.
const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  process.stderr.write(`Maillon needs Node 24 or newer; this is Node ${process.versions.node}.\n`)
  process.exit(1)
}
