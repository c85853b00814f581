import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unread-response',
  summary: 'Responses of other servers whose body is not read on some exit, so that the connection stays open',
  preset: 'recommended',
  severity: 'error',
  finds: ['response-unread'],
  message: defect => `${eventPhrase(defect)} asks another server with ${quoted(`${defect.subject}()`)}, and ${defect.coverage === 'never' ? 'nothing' : 'not every exit'} reads the body of the response: its socket and buffers stay.`,
  hint: () => 'Call resume() on the response (with undici: await body.dump()) on each exit that does not read it, or destroy it',
})
