import { eventPhrase, lifetimePhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule, type Defect } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-unreleased-abort-listener',
  summary: "Listeners for 'abort' that stay on a signal of the caller or of the process when the work is done",
  preset: 'recommended',
  severity: 'error',
  finds: ['abort-listener-kept'],
  message: defect => `${eventPhrase(defect)} adds an 'abort' listener to ${signalOf(defect)}${lifetimePhrase(defect)}, and nothing removes it when the work is done.`,
  hint: defect => `Keep the listener in a variable and remove it when the work ends: ${isCombined(defect) ? defect.subject : defect.holder}.removeEventListener('abort', listener), in a finally block or on 'close'; { once: true } removes it only when the signal is aborted`,
})

/** What the listener is added to is made of the holder by `AbortSignal.any`. */
const isCombined = ({ subject }: Defect): boolean => subject !== '' && subject !== "'abort'"

const signalOf = (defect: Defect): string => isCombined(defect) ? `${quoted(defect.subject)}, which AbortSignal.any() makes of ${quoted(defect.holder)}` : quoted(defect.holder)
