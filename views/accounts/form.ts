/** What a form was sent with, or is first filled with; and what to mend, in words, by field. */
export interface FormState {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

export const blankForm: FormState = { values: {}, errors: {} }
