'use strict'
/**
 * Finds or brings along the Node.js that can run Casus, and its packages.
 * Plain JavaScript for any Node >= 18: everything else in the tree is TypeScript, run directly by Node >= 22.18.
 */
const { spawn, spawnSync } = require('node:child_process')
const { createHash } = require('node:crypto')
const { existsSync, readFileSync, statSync, writeFileSync } = require('node:fs')
const { delimiter, dirname, join } = require('node:path')

const root = join(__dirname, '..')
const LEAST = [22, 18]

const isNewEnough = (version) => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])
}

const say = (line) => process.stderr.write(`${line}\n`)

const fail = (line) => {
  say(`casus: ${line}`)
  process.exit(1)
}

/**
 * What the lock file says, with its integrity. Not `npm ci`: that gives up where a registry lacks the build of some other platform,
 * which is optional and would not be installed here anyway.
 */
const INSTALL = ['install', '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']

/** Runs npm in `cwd` with `node` first on the path; its output goes to stderr, so that stdout stays ours. */
const npm = (args, cwd, node) => {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const run = spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.error) fail(`npm could not be started: ${run.error.message}`)
  if (run.status !== 0) fail(`"npm ${args.join(' ')}" failed in ${cwd} (exit ${run.status})`)
}

const bundledNode = () =>
  join(
    root,
    'runtime',
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  )

/** The path of a Node that can run Casus: this one where it is new enough, else the pinned one from the npm registry. */
const getNode = () => {
  if (isNewEnough(process.version)) return process.execPath
  const path = bundledNode()
  if (existsSync(path)) return path
  say(`Node ${process.version} is too old for Casus (22.18 or newer); bringing Node 24 along …`)
  npm(INSTALL, join(root, 'runtime'), process.execPath)
  if (!existsSync(path))
    fail(`no Node 24 is packaged for ${process.platform} ${process.arch}: install Node 22.18 or newer and run this again`)
  return path
}

/** Installs the packages that the lock file names, once for each lock file. */
const ensurePackages = (node) => {
  const lock = join(root, 'package-lock.json')
  const stamp = join(root, 'node_modules', '.casus-lock')
  const installed = join(root, 'node_modules', '.package-lock.json')
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    say('Installing packages …')
    npm(INSTALL, root, node)
  }
  writeFileSync(stamp, wanted)
}

/** Runs a TypeScript file of the tree and ends with its exit code; signals are passed on. */
const run = (file, args) => {
  const node = getNode()
  ensurePackages(node)
  const env = {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || join(root, 'node_modules', '.cache', 'compile'),
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, file), ...args], { stdio: 'inherit', env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => fail(error.message))
  child.on('exit', (code, signal) => {
    if (signal) process.exitCode = 1
    else process.exitCode = code === null ? 1 : code
  })
}

module.exports = { getNode, ensurePackages, run, root }
