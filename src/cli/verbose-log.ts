import type { AuditObserver } from '../audit-observer.ts'
import { complain } from './terminal.ts'

/** Says on standard error what is read and from where, as it goes. */
export function verboseLog(configFile: string | undefined, cacheFolder: string | undefined): AuditObserver {
  complain(configFile === undefined ? 'no configuration' : `configuration: ${configFile}`)
  complain(cacheFolder === undefined ? 'no cache' : `cache: ${cacheFolder}`)
  return {
    stage: (name, total) => complain(total === 0 ? `stage: ${name}` : `stage: ${name}, ${total} ${name === 'judge' ? 'steps' : 'files'}`),
    step: () => {},
    file: (file, what) => complain(`${file}: ${what}`),
  }
}
