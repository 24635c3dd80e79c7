import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Breadcrumb } from '../../../views/components/breadcrumb.tsx'
import { Notice } from '../../../views/components/notice.tsx'
import type { Option } from '../../../views/components/inputs.tsx'
import { Editor, type EditorProps } from '../../../views/entries/editor.tsx'
import { editorTexts } from '../../../views/entries/editor-texts.ts'
import { entryTexts } from '../../../views/entries/entry-texts.ts'
import { licenceTexts } from '../../../views/entries/licence-texts.ts'
import { useLocale, type Locale } from '../../../views/language.tsx'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { foundingRole, isPublic, mayDraft, mayPublish } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { offeredLicences } from '../../entries/licences.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import { sayAll } from '../../kinds/faults.ts'
import { partName } from '../../kinds/form-values.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { languageOptions } from './language-options.ts'
import { adviceOf } from './advice.ts'
import { missingWords } from './missing.ts'
import { whyGivenBack } from './giving-back.tsx'
import type { Opened } from './opened.ts'
import { reachNotice } from './reach.tsx'
import { Quoting } from '../../../views/quoting.tsx'

export async function editorPage(
  deps: Deps,
  c: Ctx,
  kind: Kind,
  opened: Opened,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { locale } = c.var
  const t = kind.texts[locale]
  const before = opened.before?.envelope
  const { edit, editing } = editorTexts[locale]
  const title = before === undefined ? t.create : edit(before.title)
  return page(
    deps,
    c,
    { title, status, active: kind.name, robots: 'noindex', scripts: ['editor.js'] },
    <div class="stack">
      <Breadcrumb
        items={[
          { href: kind.path, label: t.many },
          ...(before === undefined
            ? [{ label: title }]
            : [{ href: before.path, label: before.title, language: before.language }, { label: editing }]),
        ]}
      />
      <h1>{before === undefined ? title : <Quoting said={edit} {...before} />}</h1>
      {opened.above}
      {status === 200 && opened.before !== undefined && <Missing entry={opened.before} />}
      {opened.before !== undefined && (await whyGivenBack(deps, opened.before.envelope))}
      {kind.conversation === true && (await reachNotice(deps, c, opened))}
      <Editor {...await editorProps(deps, c, kind, opened)} live={liveOf(kind, opened)} />
    </div>,
  )
}

/** Where scripts send what is typed. */
const liveOf = (kind: Kind, { before, unsaved = false }: Opened): NonNullable<EditorProps['live']> => {
  const path = before === undefined ? `${kind.path}/nouveau` : before.envelope.path
  return { preview: `${path}/apercu`, keep: `${path}/reprise`, pictures: `${path}/images`, unsaved }
}

/** Faults stand beside their fields; a draft that was only opened again says what it waits for. */
function Missing({ entry }: { entry: Entry }) {
  const locale = useLocale()
  const missing = missingWords(entry, locale)
  if (missing === '') return null
  return (
    <Notice>
      <p>{entryTexts[locale].missing(missing)}</p>
    </Notice>
  )
}

export async function editorProps(deps: Deps, c: Ctx, kind: Kind, opened: Opened): Promise<EditorProps> {
  const { locale, viewer } = c.var
  const { action, id, revision, typed, picture, before } = opened
  const errors = sayAll(opened.faults, locale)
  return {
    action,
    id,
    revision,
    values: typed,
    errors,
    titled: kind.texts[locale].title,
    eitherOf: kind.texts[locale].eitherOf,
    kindLabels: { ...kind.texts[locale].fields, ...partLabels(kind, errors, locale) },
    kindForm: <kind.Form values={opened.kindValues} errors={errors} />,
    organisations:
      kind.section === null
        ? null
        : await spokenFor(deps, viewer, { present: typed.organisation, locale, before, kind }),
    hasPosition: kind.placed === true,
    placeChoices: opened.placeChoices.map(({ code, label }) => ({
      value: code,
      label: `${label} – ${code}`,
    })),
    picture: picture && { ...picture, src: `/media/${picture.id}-480.webp` },
    languages: languageOptions(locale),
    licences: licenceOptions(deps, typed.licence, locale),
    live: null,
    advice: adviceOf(kind, opened, locale),
    ends: endsFor(viewer, before?.envelope, kind),
  }
}

/** What is wrong in a record is said with the record's number: « Lot 2 : code CPV ». */
const partLabels = (
  kind: Kind,
  errors: Readonly<Record<string, string>>,
  locale: Locale,
): Record<string, string> =>
  Object.fromEntries(
    Object.keys(errors).flatMap((name) => {
      const [, part = '', index, own = ''] = partName.exec(name) ?? []
      const words = kind.texts[locale].parts?.[part]
      const label = words?.fields[own]
      return words === undefined || label === undefined
        ? []
        : [[name, `${words.one} ${Number(index) + 1}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`]]
    }),
  )

/** Somebody may publish for one organisation and only propose for another: the chosen one decides when it is sent. */
function endsFor(viewer: Visitor, before: Envelope | undefined, kind: Kind): EditorProps['ends'] {
  if (before !== undefined && isPublic(before.state))
    return { draft: false, unfinished: false, publish: 'changes', review: false }
  const hosted = kind.section === null ? [] : (viewer?.memberships ?? []).map(({ role }) => role)
  const voices = new Set([...hosted, foundingRole(viewer, kind, null)])
  const may = voices.has('editor') || (before !== undefined && mayPublish(viewer, before))
  const unfinished = before === undefined || before.state === 'draft'
  // Whether a member's topic waits for a moderator is for the hub's rule to say, once it is sent.
  if (kind.conversation === true) return { draft: true, unfinished, publish: 'publish', review: false }
  return { draft: true, unfinished, publish: may ? 'publish' : null, review: voices.has('contributor') }
}

async function spokenFor(
  deps: Deps,
  viewer: Visitor,
  {
    present,
    locale,
    before,
    kind,
  }: { present: string; locale: Locale; before: Entry | undefined; kind: Kind },
): Promise<Option[]> {
  const hosted = await hostedOrganisations(deps.db)
  const theirs = hosted
    .filter(({ id }) => mayDraft(viewer, id) || id === present)
    .map(({ id, title }) => ({ value: id, label: title }))
  // One that was withdrawn goes on being named by what it has published: nothing else is chosen unasked.
  if (present !== '' && before?.envelope.organisationId === present && isPublic(before.envelope.state))
    if (!hosted.some(({ id }) => id === present))
      theirs.push({ value: present, label: before.envelope.speaker?.name ?? present })
  if (kind.conversation === true && viewer !== null)
    return [{ value: '', label: editorTexts[locale].myself(viewer.name) }, ...theirs]
  if (!mayDraft(viewer, null)) return theirs
  return [{ value: '', label: editorTexts[locale].hub(deps.hub.settings.name) }, ...theirs]
}

/** Free ones, those that most people need first; and the one that is there, wherever it came from. */
function licenceOptions({ licences }: Pick<Deps, 'licences'>, present: string, locale: Locale): Option[] {
  const { plain, others } = licenceTexts[locale]
  const known = offeredLicences.filter((id) => licences.has(id))
  const ids = present === '' || known.some((id) => id === present) ? known : [...known, present]
  const first = Object.entries(plain)
    .filter(([id]) => licences.has(id))
    .map(([value, label]) => ({ value, label }))
  const rest = ids
    .filter((id) => !Object.hasOwn(plain, id))
    .map((id) => ({ value: id, label: `${licences.get(id) ?? id} (${id})`, group: others }))
  return [...first, ...rest]
}
