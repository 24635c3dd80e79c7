import { describe, expect, test } from 'vitest'
import { filled, guessedWay, intent, isSound, wayOut } from './intents.ts'
import { readHome } from './way-home.ts'

const thing = 'https://hub.example/ap/objects/1?a=b&c=(d)'
const encoded = 'https%3A%2F%2Fhub.example%2Fap%2Fobjects%2F1%3Fa%3Db%26c%3D%28d%29'
const fill = (template: string, name = 'object') => filled(template, name, thing)?.href ?? null

describe('a template', () => {
  test('takes the thing percent-encoded to the last sign, so that it stays one value', () => {
    expect(fill('https://un.example/share?what={object}&x=1')).toBe(
      `https://un.example/share?what=${encoded}&x=1`,
    )
  })

  test('loses the names that we do not know', () => {
    expect(fill('https://un.example/f?o={object}&on-success={on-success}&t={text}')).toBe(
      `https://un.example/f?o=${encoded}&on-success=&t=`,
    )
  })

  test.each([
    ['without a place for the thing', 'https://un.example/follow'],
    ['with a place for something else', 'https://un.example/share?text={content}'],
    ['with an expression that is no plain name', 'https://un.example/f{?object}'],
    ['with the thing for a host', 'https://{object}.un.example/'],
    ['with the thing run into the host', 'https://un.example{object}'],
    ['whose thing would stay behind the #', 'https://un.example/#/search?q={object}'],
    ['with braces that do not close', 'https://un.example/{{object}?x={'],
    ['with a line end that browsers pass over', 'https://un.exam\nple/?o={object}'],
    ['with a tab in its scheme', 'java\tscript:alert({object})'],
    ['with strokes that lean the other way', 'https:\\\\un.example/?o={object}'],
    ['longer than any address', `https://un.example/?o={object}&x=${'x'.repeat(2_000)}`],
    ['of nothing', ''],
  ])('%s leads nowhere', (_, template) => {
    expect(fill(template)).toBeNull()
  })

  test('of ten thousand braces is read at once', () => {
    const started = performance.now()
    expect(fill(`https://un.example/?o={object}${'{'.repeat(1_900)}`)).toBeNull()
    expect(performance.now() - started).toBeLessThan(50)
  })
})

describe('an address to send somebody to', () => {
  const gate = { allowHosts: ['localhost:3001'], ownHost: 'hub.example' }
  test.each([
    ['https://un.example/authorize', true],
    ['http://localhost:3001/x', true],
    ['http://un.example/x', false],
    ['https://un.example:8443/x', false],
    ['https://marie:secret@un.example/x', false],
    ['https://127.0.0.1/x', false],
    ['https://[::1]/x', false],
    ['https://hub.example/x', false],
    ['javascript:alert(1)//un.example', false],
    ['data:text/html,un.example', false],
    ['file:///etc/passwd', false],
  ])('%s › is fit: %s', (address, fit) => {
    expect(isSound(new URL(address), gate)).toBe(fit)
  })
})

describe('the way out', () => {
  const mastodon = [
    { rel: 'self' },
    { rel: 'http://ostatus.org/schema/1.0/subscribe', template: 'https://m.example/authorize?uri={uri}' },
    { rel: intent('Create'), template: 'https://m.example/share?text={content}' },
    { rel: intent('Object'), template: 'https://m.example/open?uri={object}' },
  ]
  const emissary = [
    { rel: intent('Follow'), template: 'https://e.example/follow?o={object}' },
    { rel: intent('Create'), template: 'https://e.example/create?r={inReplyTo}&t={type}' },
    { rel: intent('Like'), template: 'https://e.example/like?o={object}' },
    { rel: intent('Announce'), template: 'https://e.example/boost?o={object}' },
  ]
  const old = mastodon.slice(0, 2)
  const to = (offers: typeof mastodon, act: Parameters<typeof wayOut>[1]) => {
    const address = wayOut(offers, act, 'https://hub.example/1', () => true)
    return address && address.pathname + address.search
  }
  const one = 'https%3A%2F%2Fhub.example%2F1'

  test.each([
    ['follow', `/follow?o=${one}`],
    ['reply', `/create?r=${one}&t=`],
    ['share', `/boost?o=${one}`],
    ['like', `/like?o=${one}`],
  ] as const)('to %s › is the intent made for it', (act, path) => {
    expect(to(emissary, act)).toBe(path)
  })

  test.each(['follow', 'reply', 'share', 'like'] as const)(
    'to %s on Mastodon › opens the thing; on what is older, goes by the one page for all',
    (act) => {
      expect(to(mastodon, act)).toBe(`/open?uri=${one}`)
      expect(to(old, act)).toBe(`/authorize?uri=${one}`)
    },
  )

  test('an offer that is not fit › is passed over for the next one', () => {
    const offers = [{ rel: intent('Like'), template: 'https://evil.example/?o={object}' }, ...old]
    const address = wayOut(offers, 'like', 'x', ({ host }) => host === 'm.example')
    expect(address?.host).toBe('m.example')
    expect(wayOut(offers, 'like', 'x', () => false)).toBeNull()
  })

  test('that is guessed › is the one of Mastodon', () => {
    expect(guessedWay('m.example', thing)).toBe(`https://m.example/authorize_interaction?uri=${encoded}`)
  })
})

describe('what a visitor types', () => {
  const about = (typed: string) => {
    const home = readHome(typed, ['localhost:3001'])
    return home === null ? null : [home.host, home.resource(`https://${home.host}`)]
  }
  test.each([
    ['@Marie@Social.Example', 'social.example', 'acct:marie@social.example'],
    ['  marie@social.example ', 'social.example', 'acct:marie@social.example'],
    ['acct:marie@social.example', 'social.example', 'acct:marie@social.example'],
    ['social.example', 'social.example', 'https://social.example'],
    ['https://social.example/', 'social.example', 'https://social.example'],
    ['https://social.example/@marie', 'social.example', 'https://social.example/@marie'],
    ['@marie@élan.example', 'xn--lan-9la.example', 'acct:marie@xn--lan-9la.example'],
    ['@marie@social.example.', 'social.example', 'acct:marie@social.example'],
    ['localhost:3001', 'localhost:3001', 'https://localhost:3001'],
  ])('%s › is read', (typed, host, resource) => {
    expect(about(typed)).toEqual([host, resource])
  })

  test.each([
    ...['', ' ', '@', '@marie', 'marie', 'marie dupont', '@@social.example', '@marie@', 'marie@localhost'],
    ...['@ma rie@social.example', 'marie@social.example@', 'javascript:alert(1)', 'ftp://social.example/@m'],
    ...['social.example/@marie', '@marie@social.example/x', `@${'m'.repeat(400)}@social.example`, '[::1]'],
  ])('%j › is not', (typed) => {
    expect(about(typed)).toBeNull()
  })
})
