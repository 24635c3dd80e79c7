import { formatCount } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { streamTexts } from '../../../views/notifications/stream-texts.ts'
import { bellLabel } from '../../../views/shell/bell.tsx'

/** A page that is open, and what it was told. */
export interface Stream {
  userId: string
  sessionId: string
  locale: Locale
  /** The entry whose page is open, and how many answers it was shown with. */
  entry: { n: number; answers: number } | null
  told: { count: number; newest: number }
  toldAnswers: number
  send(text: string): void
  end(): void
}

/** Of whoever does not read what they are sent, nothing is kept: they come again. */
const mostWaiting = 64

/** What is sent to the stream comes out of the body of an answer, for as long as somebody reads it. */
export function streamed(
  listener: Omit<Stream, 'send' | 'end'>,
  ended: (stream: Stream) => void,
): { readable: ReadableStream<Uint8Array>; stream: Stream } {
  const encoder = new TextEncoder()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const stream: Stream = {
    ...listener,
    send(text) {
      controller?.enqueue(encoder.encode(text))
      if ((controller?.desiredSize ?? 0) < 0) stream.end()
    },
    end() {
      ended(stream)
      const closing = controller
      controller = undefined
      closing?.close()
    },
  }
  const readable = new ReadableStream<Uint8Array>(
    {
      start: (given) => {
        controller = given
      },
      // The other side went.
      cancel: () => {
        controller = undefined
        ended(stream)
      },
    },
    { highWaterMark: mostWaiting },
  )
  return { readable, stream }
}

/** The sentence is said of what is new to this page alone. */
export function tellCount(stream: Stream, now: Stream['told']): void {
  const { count, newest } = now
  const isNews = newest > stream.told.newest && stream.told.newest >= 0
  const say = isNews ? formatCount(count, stream.locale, streamTexts[stream.locale].unread) : ''
  stream.told = now
  stream.send(event('notifications', newest, { count, say, label: bellLabel(count, stream.locale) }))
}

export function tellAnswers(stream: Stream, count: number): void {
  if (count === stream.toldAnswers) return
  stream.toldAnswers = count
  const say =
    count <= 0
      ? ''
      : streamTexts[stream.locale].answers(
          formatCount(count, stream.locale, streamTexts[stream.locale].answer),
        )
  stream.send(event('reponses', null, { count: Math.max(0, count), say }))
}

/** JSON has no line break of its own, which would end the field. */
const event = (name: string, id: number | null, data: unknown): string =>
  `event: ${name}\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`
