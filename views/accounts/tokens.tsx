import { ActionForm, Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { accountTexts } from './account-texts.ts'
import type { FormState } from './form.ts'
import { BackToAccount } from './security.tsx'
import { Row } from './row.tsx'
import { ToCopy } from './to-copy.tsx'

type ScopeName = 'read' | 'write' | 'admin'

export interface TokensProps extends FormState {
  tokens: readonly {
    id: string
    name: string
    scopes: readonly ScopeName[]
    createdAt: number
    lastUsedAt: number | null
  }[]
  /** What this person's tokens may allow. */
  offered: readonly ScopeName[]
  chosen: readonly string[]
}

export function Tokens({ tokens, offered, chosen, values, errors }: TokensProps) {
  const { token: t } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <BackToAccount here={t.title} />
      <h1>{t.title}</h1>
      <ErrorSummary errors={errors} labels={{ name: t.name, scopes: t.scopes }} />
      <p class="lead">{t.lead}</p>
      {tokens.length === 0 ? (
        <Empty icon="code-xml" title={t.none}>
          <p>{t.noneHelp}</p>
        </Empty>
      ) : (
        <TokenList tokens={tokens} />
      )}
      <h2>{t.add}</h2>
      <form class="form" method="post" action="/compte/jetons">
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={values['name']}
          error={errors['name']}
          maxlength={100}
          required
        />
        <Choices
          type="checkbox"
          name="scopes"
          required
          label={t.scopes}
          error={errors['scopes']}
          options={offered.map((value) => ({ value, label: t.scope[value] }))}
          chosen={chosen}
        />
        <div class="form-end">
          <Button look="primary" icon="plus">
            {t.add}
          </Button>
        </div>
      </form>
    </div>
  )
}

function TokenList({ tokens }: Pick<TokensProps, 'tokens'>) {
  const { token: t } = useTexts(accountTexts)
  return (
    <ul class="rows">
      {tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => (
        <Row
          title={name}
          notes={[
            scopes.map((scope) => t.scope[scope]).join(' · '),
            <>
              {t.created} <When at={createdAt} form="short" /> ·{' '}
              {lastUsedAt === null ? (
                t.never
              ) : (
                <>
                  {t.used} <When at={lastUsedAt} form="short" />
                </>
              )}
            </>,
          ]}
        >
          <ActionForm
            action={`/compte/jetons/${id}/revocation`}
            look="danger"
            small
            label={t.revokeLabel(name)}
          >
            {t.revoke}
          </ActionForm>
        </Row>
      ))}
    </ul>
  )
}

export function NewToken({ token }: { token: string }) {
  const { token: t } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <h1>{t.madeTitle}</h1>
      <p class="lead">{t.made}</p>
      <ToCopy label={t.label} text={token} />
      <p>
        <LinkButton href="/compte/jetons" icon="arrow-left">
          {t.back}
        </LinkButton>
      </p>
    </div>
  )
}
