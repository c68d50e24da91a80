// Every script starts here: the product runs on Node 24, which npm brings along on Linux and Windows.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Lodestock's scripts need Node 24 or newer; this is Node ${process.versions.node}.\n` +
      'On Linux and Windows `npm ci` installs it with the other packages (run the script through npm). ' +
      'On macOS install Node 24 from nodejs.org first.',
  )
  process.exit(2)
}
