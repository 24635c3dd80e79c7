// What encode.ts and the program encoder.ts say to each other.

export interface Size {
  /** Of the square that the picture is fitted into. */
  side: number
  quality: number
  /** Fills the square, whatever stands beyond it cut away. */
  square?: boolean
}

export interface Job {
  bytes: Uint8Array
  sizes: readonly Size[]
}

export interface Encoded {
  data: Uint8Array
  width: number
  height: number
}

/** `unusable`: not a picture that we take, whatever its name says. `too-large`: more pixels than we decode. */
export type Unfit = 'unusable' | 'too-large'

export type Answer = Encoded[] | Unfit

export const isJob = (message: unknown): message is Job =>
  isObject(message) && 'bytes' in message && message.bytes instanceof Uint8Array && 'sizes' in message

export const isAnswer = (message: unknown): message is Answer =>
  message === 'unusable' ||
  message === 'too-large' ||
  (Array.isArray(message) && message.every((one) => isObject(one) && 'data' in one))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
