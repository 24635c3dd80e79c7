// What comes in numbers is one notification, which counts: “12 registrations”. Its fact ends with the moment of the
// first, thirteen digits; it goes on counting until it is read or written about, and what comes then is the next one.

const since = `CAST(substr(x.fact, -13) AS INTEGER)`

/** A letter that is not meant to leave bears the moment of the notification itself. */
export const until = `min(coalesce(x.read_at, 9e15), CASE WHEN x.mailed_at > x.created_at THEN x.mailed_at ELSE 9e15 END)`

const within = (moment: string): string => `${moment} >= ${since} AND ${moment} < ${until}`

/** Of what its reader may see now, in SQL over `x` and `reader`. */
export const counted = `CASE x.why
  WHEN 'registered' THEN (SELECT count(*) FROM inquiries q WHERE q.entry_n = x.entry_n AND q.handled_at IS NULL
    AND q.waiting_since IS NULL AND ${within('q.confirmed_at')})
  WHEN 'submitted' THEN (SELECT count(*) FROM submissions s WHERE s.entry_n = x.entry_n
    AND ${within('s.submitted_at')})
  WHEN 'said' THEN (SELECT count(*) FROM grouping_messages m WHERE m.grouping_n = g.n AND ${within('m.created_at')}
    AND NOT EXISTS (SELECT 1 FROM memberships own WHERE own.user_id = reader.id AND own.role = 'editor'
      AND own.organisation_id = m.organisation_id))
  ELSE 1 END`
