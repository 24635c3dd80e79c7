import { createContext, useContext } from 'hono/jsx'

/** Logical name → served address, as `static/build.ts` writes it in `dist/static/manifest.json`. */
export type Assets = Readonly<Record<string, string>>

const AssetsContext = createContext<Assets>({})

/** Every page is rendered inside one of these; what is inside asks for addresses with `useAsset`. */
export const AssetsProvider = AssetsContext.Provider

/** A name the manifest lacks is served without a hash, so that it shows as a 404 and not as a crash. */
export const useAsset = (name: string): string => useContext(AssetsContext)[name] ?? `/static/${name}`
