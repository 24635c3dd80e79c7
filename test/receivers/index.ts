import { akkoma } from './akkoma.ts'
import { friendica } from './friendica.ts'
import { gotosocial } from './gotosocial.ts'
import { lemmy } from './lemmy.ts'
import { mastodon } from './mastodon.ts'
import { misskey } from './misskey.ts'
import { mobilizon } from './mobilizon.ts'
import { wordpress } from './wordpress.ts'

export const receivers = [mastodon, gotosocial, misskey, lemmy, mobilizon, akkoma, friendica, wordpress]
