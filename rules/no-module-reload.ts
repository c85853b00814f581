import { eventPhrase, quoted } from '../src/verdict/phrases.ts'
import { defineRule, type Defect } from '../src/verdict/rule.ts'

export default defineRule({
  id: 'no-module-reload',
  summary: 'Modules that are loaded anew for each event: the process keeps every copy',
  preset: 'recommended',
  severity: 'error',
  finds: ['module-reloaded'],
  message: defect => isImport(defect)
    ? `${eventPhrase(defect)} imports a specifier that differs each time: the module map keeps every copy of the module, and nothing can take one out.`
    : `${eventPhrase(defect)} deletes from ${quoted(defect.subject)} to load a module anew: every copy stays among the \`children\` of the module that requires it.`,
  hint: defect => isImport(defect)
    ? 'Import the module once, and call a function of it for each event; read data with readFile, and run what must be fresh in a Worker'
    : 'Require the module once, and call a function of it for each event; read JSON with readFile and JSON.parse',
})

const isImport = ({ subject }: Defect): boolean => subject === 'import'
