import { Button } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Select, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import type { Sent } from './decision-form.tsx'
import { ruleTexts } from './rule-texts.ts'

export interface RulesProps extends Sent {
  /** What the settings say of first answers. */
  first: 'first' | 'always' | 'never'
  mayChangeFirst: boolean
}

const counts = [0, 1, 2, 3, 5, 10] as const

/** What holds an answer, beside who wrote it. */
export function Rules({ values, errors, first, mayChangeFirst }: RulesProps) {
  const t = useTexts(ruleTexts)
  const list = (name: 'words' | 'domains' | 'hosts') => ({
    ...{ name, label: t[name], hint: t[`${name}Hint`] },
    ...{ value: values[name], error: errors[name] },
  })
  return (
    <>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <p>
        {t.first[first]} {mayChangeFirst && <a href="/reglages#f-holdComments-group">{t.firstChange}</a>}
      </p>
      <ErrorSummary
        errors={errors}
        labels={{ words: t.words, links: t.links, domains: t.domains, hosts: t.hosts, why: t.why }}
      />
      <form class="form" method="post" action="/moderation/regles">
        <TextArea {...list('words')} rows={8} quiet />
        <Select
          name="links"
          label={t.links}
          hint={t.linksHint}
          error={errors['links']}
          value={values['links']}
          empty={t.linksNone}
          options={counts.map((count) => ({ value: String(count), label: t.linksMore(count) }))}
          quiet
        />
        <TextArea {...list('domains')} rows={4} quiet />
        <Checkbox
          name="members"
          label={t.members}
          hint={t.membersHint}
          checked={values['members'] === 'true'}
        />
        <TextArea {...list('hosts')} rows={4} quiet />
        <TextArea
          name="why"
          label={t.why}
          hint={t.whyHint}
          value={values['why']}
          error={errors['why']}
          rows={2}
          maxlength={1000}
        />
        <div class="form-end">
          <Button look="primary" icon="check">
            {t.save}
          </Button>
        </div>
      </form>
    </>
  )
}
