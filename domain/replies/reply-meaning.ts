/** What one statement says about its task. */

import type { Status } from '../status.ts'
import type { Statement, StatementMark } from './reply-statements.ts'

/** A status that a reply names; `plain` when the words leave no doubt, otherwise they only hint at it. */
export type Finding = {
  status: Status
  plain: boolean
  /**
   * `plan`: what is to come. `draft`: what was prepared, perhaps delivered since. `unfinished`: "chưa xong", which
   * says only that the task is not done. `hindrance`: a difficulty that may only have slowed the work down.
   */
  from?: 'plan' | 'draft' | 'unfinished' | 'hindrance'
}

/**
 * `promise`: what will be done or told later. `unclear`: says nothing, and casts doubt on the rest of the reply.
 * `nothing`: says nothing about the task.
 */
export type Meaning = Finding | 'promise' | 'unclear' | 'nothing'

type Has = (...some: StatementMark[]) => boolean

const plainly = (status: Status): Finding => ({ status, plain: true })
const perhaps = (status: Status): Finding => ({ status, plain: false })

export function meaningOf({ verb, marks }: Statement): Meaning {
  const has: Has = (...some) => some.some((mark) => marks.has(mark))
  const negated = has('notYet', 'lacking', 'not')
  if (has('asked')) return 'unclear'
  if (has('sequel')) return 'promise'
  switch (verb) {
    case 'tell':
      return 'nothing'
    case 'trouble':
    case 'hindrance':
      if (negated || has('all', 'what')) return 'nothing'
      return verb === 'hindrance' ? { ...plainly('blocked'), from: 'hindrance' } : plainly('blocked')
    case 'resource':
      if (negated || has('lack', 'await', 'all'))
        return has('strange') ? perhaps('blocked') : plainly('blocked')
      return has('modal') ? perhaps('blocked') : 'nothing'
    case 'approval':
      return negated ? 'unclear' : plainly('in_progress')
    case 'idle':
      return plainly('not_started')
    case 'midway':
      return negated || has('modal') ? 'unclear' : plainly('in_progress')
    case undefined:
      return ofMarksAlone(has)
    default:
      return has('modal') ? 'unclear' : ofAction(verb, has)
  }
}

type Action = 'finish' | 'deliver' | 'endorse' | 'event' | 'work' | 'launch' | 'compose' | 'prepare' | 'start'

function ofAction(verb: Action, has: Has): Meaning {
  if (has('await'))
    return verb === 'endorse' || (verb === 'deliver' && !has('strange'))
      ? plainly('in_progress')
      : { ...perhaps('in_progress'), from: 'plan' }
  if (has('notYet', 'lacking', 'hardly')) return ofUnbegun(verb, has)
  if (has('not'))
    return has('what') ? plainly('not_started') : has('possible') ? plainly('blocked') : 'unclear'
  if (has('when') && has('onlyNow') && !has('past', 'already')) return ofPlanned(verb, has)
  if (has('later') || (has('around') && !has('past', 'already', 'earlier'))) return ofPlanned(verb, has)
  if (has('will')) return 'promise'
  if (has('ongoing', 'nearly')) return has('far') ? perhaps('in_progress') : plainly('in_progress')
  if (has('part')) return plainly('in_progress')
  if (has('portion') && !has('all'))
    return has('trailed', 'paper') ? plainly('in_progress') : perhaps('in_progress')
  if (has('drafted')) return { ...perhaps('in_progress'), from: 'draft' }
  if (has('topic') && !has('all')) return perhaps('in_progress')
  return ofPerformed(verb, has)
}

function ofUnbegun(verb: Action, has: Has): Meaning {
  if (verb === 'finish' || (has('all') && !has('what')))
    return { status: 'in_progress', plain: has('all') || has('begun'), from: 'unfinished' }
  if (has('what')) return plainly('not_started')
  return verb === 'deliver' || verb === 'endorse' || verb === 'prepare' || has('possible')
    ? perhaps('not_started')
    : plainly('not_started')
}

function ofPlanned(verb: Action, has: Has): Finding {
  const unbegun = verb === 'work' || verb === 'launch' || verb === 'start' || verb === 'event'
  const plain = unbegun && (verb !== 'event' || has('onlyNow'))
  return { status: unbegun ? 'not_started' : 'in_progress', plain, from: 'plan' }
}

function ofPerformed(verb: Action, has: Has): Meaning {
  const told = has('already', 'all', 'earlier')
  const over = told || has('past', 'onlyNow')
  const inStatus = has('far') || (has('strange') && !told) ? perhaps : plainly
  switch (verb) {
    case 'finish':
      return over || !has('trailed', 'possible') ? inStatus('done') : perhaps('done')
    case 'deliver':
    case 'endorse':
      if (over) return told || has('paper') || !has('trailed') ? inStatus('done') : perhaps('done')
      return has('when') ? ofPlanned(verb, has) : 'nothing'
    case 'event':
      return over ? inStatus('done') : has('when') ? ofPlanned(verb, has) : 'nothing'
    case 'work':
    case 'launch':
      if (has('onlyNow')) return perhaps('in_progress')
      if (verb === 'work' && has('already')) return inStatus('done')
      return over ? perhaps('done') : 'nothing'
    case 'compose':
      return over ? { status: 'in_progress', plain: has('past', 'earlier'), from: 'draft' } : 'nothing'
    default:
      return has('past', 'earlier') ? plainly('in_progress') : over ? perhaps('in_progress') : 'nothing'
  }
}

/** "Chưa", "đang", "sắp rồi", "rồi". */
function ofMarksAlone(has: Has): Meaning {
  if (has('modal')) return 'unclear'
  if (has('not')) return has('strange') ? 'unclear' : 'nothing'
  if (has('lacking')) return has('paper') ? perhaps('not_started') : 'nothing'
  if (has('notYet'))
    return has('strange') ? (has('paper') ? perhaps('not_started') : 'unclear') : plainly('not_started')
  if (has('nearly') || (has('part') && has('ongoing', 'possible'))) return plainly('in_progress')
  if (has('ongoing') && has('strange')) return has('paper') ? plainly('in_progress') : 'unclear'
  if (has('await')) return { ...perhaps('in_progress'), from: 'plan' }
  if (has('ongoing', 'part', 'portion', 'topic')) return perhaps('in_progress')
  if (has('later', 'around', 'will')) return 'promise'
  if (has('already') && !has('past')) return perhaps('done')
  return 'nothing'
}
