import type { JsonObject } from '../json-object.ts'
import { itemOf } from './cleaning.ts'
import { firstMedia, readPage } from './object.ts'
import type { NormalisedActor } from './shape.ts'
import { dateOf, idOf, idsOf, isTrue, lengths, nodesOf, textOf, translated, typeOf } from './values.ts'

const most = { keys: 10, fields: 16, aliases: 64 }

export function readActor(node: JsonObject, raw: JsonObject, type: string): NormalisedActor {
  const [endpoints] = nodesOf(node['endpoints'])
  return {
    form: 'actor',
    id: idOf(node['id']),
    type,
    raw,
    maillonItem: itemOf(raw),
    preferredUsername: textOf(node['preferredUsername'], lengths.short),
    webfinger: textOf(node['webfinger'], lengths.short),
    name: translated(node['name'], node['nameMap'], lengths.name).text,
    summary: translated(node['summary'], node['summaryMap'], lengths.summary).text,
    url: readPage(node['url']),
    inbox: idOf(node['inbox']),
    outbox: idOf(node['outbox']),
    followers: idOf(node['followers']),
    following: idOf(node['following']),
    featured: idOf(node['featured']),
    sharedInbox: idOf(endpoints?.['sharedInbox']),
    publicKeys: readPublicKeys(node['publicKey']),
    assertionMethods: readAssertionMethods(node['assertionMethod']),
    icon: firstMedia(node['icon']),
    image: firstMedia(node['image']),
    fields: readFields(node['attachment']),
    alsoKnownAs: idsOf(node['alsoKnownAs'], most.aliases),
    movedTo: idOf(node['movedTo']),
    attributedTo: idsOf(node['attributedTo'], most.keys),
    manuallyApprovesFollowers: isTrue(node['manuallyApprovesFollowers']),
    discoverable: isTrue(node['discoverable']),
    indexable: isTrue(node['indexable']),
    suspended: isTrue(node['suspended']),
    published: dateOf(node['published']),
    updated: dateOf(node['updated']),
  }
}

function readPublicKeys(value: unknown): NormalisedActor['publicKeys'] {
  return nodesOf(value)
    .slice(0, most.keys)
    .flatMap((key) => {
      const [id, publicKeyPem] = [idOf(key['id']), textOf(key['publicKeyPem'], lengths.summary)]
      return id === null || publicKeyPem === null ? [] : [{ id, owner: idOf(key['owner']), publicKeyPem }]
    })
}

function readAssertionMethods(value: unknown): NormalisedActor['assertionMethods'] {
  return nodesOf(value)
    .slice(0, most.keys)
    .flatMap((key) => {
      const [id, publicKeyMultibase] = [idOf(key['id']), textOf(key['publicKeyMultibase'], lengths.short)]
      if (id === null || publicKeyMultibase === null) return []
      return [{ id, controller: idOf(key['controller']), publicKeyMultibase }]
    })
}

function readFields(value: unknown): NormalisedActor['fields'] {
  return nodesOf(value)
    .filter((field) => typeOf(field) === 'PropertyValue')
    .slice(0, most.fields)
    .flatMap((field) => {
      const [name, text] = [textOf(field['name'], lengths.short), textOf(field['value'])]
      return name === null || text === null ? [] : [{ name, value: text }]
    })
}
