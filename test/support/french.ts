import { readSources } from './sources.ts'

/** What the catalogues say in French, without what is put in at run time. */
export const frenchTexts = (): { file: string; words: string }[] =>
  readSources().flatMap(({ file, code }) =>
    [...code.matchAll(/\n {2}fr: \{\n(.*?)\n {2}(?:\},\n {2})?en: \{/gs)].flatMap(([, block = '']) =>
      [...block.matchAll(/'([^'\n]+)'|`([^`]+)`/g)].map(([, plain, template]) => ({
        file,
        words: plain ?? template?.replaceAll(/\$\{[^}]*\}/g, 'x') ?? '',
      })),
    ),
  )
