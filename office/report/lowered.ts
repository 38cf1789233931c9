/** Words that begin a sentence somewhere else, for the middle of one. */

/** "Triển khai" is "triển khai"; "UBND", and whatever else does not begin as a word does, stays. */
export const lowered = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text.normalize('NFC')) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text

export const raised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
