import type { AuditError } from '../verdict/audit-result.ts'

/** What formats that know rules alone call a file that could not be read. */
export const UNREAD = 'not-audited'

/** `src/broken.ts:3:5`, as far as it is known. */
export function unreadPlace({ file, line, column }: AuditError): string {
  return [file, line, column].filter(part => part !== undefined).join(':')
}
