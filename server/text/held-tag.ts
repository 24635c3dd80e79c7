/** Whether its sender has it already, by its tag: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
export const holdsTag = (asked: Headers, etag: string): boolean =>
  (asked.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
