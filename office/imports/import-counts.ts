/** How many things an import adds, changes, leaves alone, or finds missing from the file. */

type Lists = Record<'added' | 'changed' | 'unchanged' | 'gone', unknown[]>
export type Counts = Record<keyof Lists, number>

export const countsOf = ({ added, changed, unchanged, gone }: Lists): Counts => ({
  added: added.length,
  changed: changed.length,
  unchanged: unchanged.length,
  gone: gone.length,
})

export const countLine = ({ added, changed, unchanged, gone }: Counts): string =>
  `${added} added, ${changed} changed, ${unchanged} unchanged, ${gone} gone.`
