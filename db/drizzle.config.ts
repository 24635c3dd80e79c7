import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'turso',
  casing: 'snake_case',
  schema: ['./db/schema/*.ts', './server/kinds/*/table.ts'],
  out: './db/migrations',
})
