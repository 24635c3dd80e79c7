import { resolve } from 'node:path'
import ipaddr from 'ipaddr.js'
import { z } from 'zod'

/** The environment, read once by `main.ts` and the commands, then handed down. */
export interface Config {
  /** Origin without a trailing slash. Null: what the database says, else http://localhost:PORT. */
  publicUrl: string | null
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  databaseUrl: string
  mediaUrl: string
  smtpUrl: string | undefined
  mailFrom: string | undefined
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'
  /** CIDR ranges whose X-Forwarded-* headers are believed. */
  trustedProxies: string[]
  /** Exact `host:port` pairs exempt from the private-address and https guards: tests and local demos. */
  federationAllowHosts: string[]
  secretFile: string
  /** Browsers keep pages for when there is no connection (static/sw.js); false: those that did are told to stop. */
  offlinePages: boolean
}

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|[a-z0-9-]+\.localhost)$/

/** Whether a host name means this very machine. */
export const isLoopback = (hostname: string): boolean => loopback.test(hostname)

/** An address that a hub may have; the wizard asks by the same rule. */
export const origin = z.string().transform((text, ctx) => {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    ctx.addIssue('is not an address such as https://hub.example')
    return z.NEVER
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    ctx.addIssue('must begin with https:// or http://')
  if (url.protocol === 'http:' && !loopback.test(url.hostname))
    ctx.addIssue('must begin with https:// (http is for localhost only)')
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    ctx.addIssue('must be an origin alone, without path, query or user')
  return url.origin
})

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
)

const cidrs = list.superRefine((ranges, ctx) => {
  for (const range of ranges)
    if (!ipaddr.isValidCIDR(range) && !ipaddr.isValid(range)) ctx.addIssue(`${range} is not an address range`)
})

const hosts = list.superRefine((pairs, ctx) => {
  for (const pair of pairs)
    if (!/^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/.test(pair)) ctx.addIssue(`${pair} is not host:port`)
})

const environment = z.object({
  PUBLIC_URL: origin.optional(),
  PORT: z.coerce.number('must be a number').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^file:/, 'must begin with file: (a libSQL server is not supported yet)')
    .optional(),
  MEDIA_URL: z
    .string()
    .regex(/^file:/, 'must begin with file: (S3 is not supported yet)')
    .optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  MAIL_FROM: z.string().includes('@', 'must hold an e-mail address').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUSTED_PROXIES: cidrs.default(['127.0.0.0/8', '::1/128']),
  FEDERATION_ALLOW_HOSTS: hosts.default([]),
  SECRET_FILE: z.string().optional(),
  OFFLINE_PAGES: z.enum(['on', 'off']).default('on'),
})

/** Every variable that is read; README lists the same. */
export const environmentNames: readonly string[] = Object.keys(environment.shape)

/** Thrown by `readConfig`: every fault at once, each line beginning with the variable's name. */
export class ConfigFault extends Error {
  readonly faults: string[]
  constructor(faults: string[]) {
    super(`The environment cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'ConfigFault'
    this.faults = faults
  }
}

/** Empty variables count as unset: compose files and service managers pass them so. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = environment.safeParse(given)
  const issues = parsed.error?.issues ?? []
  const faults = [
    ...issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...faultsTogether(given),
  ]
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults)
  const set = parsed.data
  const dataDir = resolve(set.DATA_DIR)
  return Object.freeze({
    publicUrl: set.PUBLIC_URL ?? null,
    port: set.PORT,
    host: set.HOST,
    dataDir,
    databaseUrl: set.DATABASE_URL ?? `file:${dataDir}/maillon.db`,
    mediaUrl: set.MEDIA_URL ?? `file:${dataDir}/media`,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM,
    logLevel: set.LOG_LEVEL,
    trustedProxies: set.TRUSTED_PROXIES,
    federationAllowHosts: set.FEDERATION_ALLOW_HOSTS,
    secretFile: set.SECRET_FILE ?? `${dataDir}/secret`,
    offlinePages: set.OFFLINE_PAGES === 'on',
  })
}

/** For hubs that outgrew one machine: nothing here heeds them, and to start all the same would be to pretend. */
const notYet = ['ROLE', 'DATABASE_AUTH_TOKEN', 'METRICS_PORT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']

const faultsTogether = (given: Readonly<Record<string, string | undefined>>): string[] => [
  ...(given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined
    ? ['MAIL_FROM must be set when SMTP_URL is']
    : []),
  ...notYet
    .filter((name) => given[name] !== undefined && !(name === 'ROLE' && given[name] === 'all'))
    .map((name) => `${name} is not supported yet: unset it`),
]
