import { lineOf } from '../facts/file-facts.ts'
import type { Program } from '../link/program.ts'
import type { Place } from '../link/places.ts'
import { callAt, functionAt, refTo, type ValueRef } from '../link/refs.ts'
import type { Defect } from './defect.ts'
import type { Finding, Holder, PathStep, Site } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import { mendOf } from './mends/mend-of.ts'
import type { CodeRule } from './rule.ts'
import { textOf } from './source-text.ts'

/** A defect, said by its rule, with the evidence as sites in the source. */
export function findingOf(program: Program, found: Defect, rule: CodeRule): Finding {
  const { hold } = found, releaseName = hold.row === undefined ? undefined : program.models.releaseMember(hold.row)
  const defect: Defect = releaseName === undefined ? found : { ...found, releaseName }
  const { file } = hold.fn, mend = mendOf(program, defect)
  const end = siteAt(file, hold.end)
  return {
    rule: rule.id, severity: defect.severity ?? rule.severity, confidence: defect.confidence,
    ...siteAt(file, hold.start), endLine: end.line, endColumn: end.column,
    message: rule.message(defect), holder: holderOf(program, defect), path: pathOf(program, defect),
    release: { coverage: defect.coverage, hint: rule.hint(defect) },
    ...fingerprintOf(rule.id, file.file, [functionAt(hold.fn).name, defect.holder, defect.subject]), start: hold.start, end: hold.end,
    ...(mend === undefined ? {} : { mend }),
  }
}

function siteAt(file: ValueRef['file'], offset: number): Site {
  const line = lineOf(file.lineStarts, offset)
  return { file: file.file, line, column: offset - file.lineStarts[line - 1]! + 1 }
}

export function holderOf(program: Program, { holder, lifetime, place }: Pick<Defect, 'holder' | 'lifetime' | 'place'>): Holder {
  const declared = declarationOf(program, place)
  return { text: holder, lifetime, ...(declared === undefined ? {} : siteAt(declared.file, declared.at)) }
}

function declarationOf(program: Program, { root, path }: Place): { readonly file: ValueRef['file']; readonly at: number } | undefined {
  switch (root.kind) {
    case 'binding': return root.binding.id < 0 ? undefined : { file: root.binding.file, at: root.binding.file.bindings[root.binding.id]!.at }
    case 'instance':
    case 'static': {
      const cls = root.cls.file.classes[root.cls.id]!
      const member = cls.members.find(m => m.name === path[0])
      return { file: root.cls.file, at: member?.at ?? cls.at }
    }
    case 'module': {
      const file = program.files.find(f => f.file === root.file)
      const exported = file?.exports.find(e => e.name === path[0])
      return file === undefined || exported === undefined ? undefined : { file, at: exported.at }
    }
    default: return undefined
  }
}

export function pathOf(program: Program, { hold, event, release }: Pick<Defect, 'hold' | 'event' | 'release'>): readonly PathStep[] {
  const steps: PathStep[] = []
  const chain = program.events.chainOf(hold.fn)
  const entry = event.entry
  if (entry !== undefined) steps.push({ role: 'entry', ...siteAt(entry.file, callAt(entry).at), text: event.label, event: event.kind })
  else {
    const first = chain[0]?.from ?? hold.fn
    steps.push({ role: 'entry', ...siteAt(first.file, functionAt(first).at), text: event.label, event: event.kind })
  }
  for (const edge of chain) {
    if (edge.how === 'passes') continue
    steps.push({ role: 'call', ...siteAt(edge.call.file, callAt(edge.call).at), text: textOf(program, refTo(edge.call.file, callAt(edge.call).value)) })
  }
  steps.push({ role: 'acquire', ...siteAt(hold.fn.file, hold.start), text: hold.call === undefined ? writtenText(program, hold) : textOf(program, refTo(hold.fn.file, callAt(hold.call).value)) })
  if (release !== undefined && release.start !== hold.start) steps.push({ role: 'release', ...siteAt(release.fn.file, release.start), text: release.call === undefined ? 'release' : textOf(program, refTo(release.fn.file, callAt(release.call).value)) })
  return steps
}

/** `pages[…] = …`, `delete require.cache[…]`. */
function writtenText(program: Program, { fn: { file }, node }: Defect['hold']): string {
  const { target, operator } = file.writes[node.ref]!, written = textOf(program, refTo(file, target))
  return operator === 'delete' ? `delete ${written}` : `${written} = …`
}
