import type { FileFacts } from '../facts/file-facts.ts'
import type { Resolver } from '../link/resolver/resolver.ts'
import type { JudgedFile, Judgement, TypeQuestion } from './judgement.ts'
import { moveFindings, type MovedFile } from './move-findings.ts'
import { movedFacts } from './moved.ts'
import { isStillAnswered } from './recorded-questions.ts'
import { areAsBefore, surroundingsOf, type ProgramFiles } from './surroundings.ts'

/** The program as it is now: the same files, rules and models as those of the judgement. */
export interface ProgramNow extends ProgramFiles {
  readonly sources: readonly { readonly file: string; readonly source: string; facts(): FileFacts }[]
  readonly resolver: Resolver & { consulted(): readonly string[] }
  /** Facts of a text that was. */
  factsOf(source: string): FileFacts | undefined
}

/** A change of more files is another program. */
const MANY_FILES = 200

/**
 * The judgement, where it holds for the program as it is now: the files are the same, or have the same facts at other places. A verdict may rest
 * on any file: on a caller, a release, a name that nobody else mentions. So what a file says of the program decides for all, and nothing less does.
 */
export function reuseJudgement(earlier: Judgement, now: ProgramNow): Judgement | undefined {
  const changed = now.sources.flatMap(({ source, facts }, index) => source === earlier.files[index]!.source ? [] : [{ index, source, facts }])
  if (changed.length > MANY_FILES) return undefined
  const files = new Map<string, MovedFile>(), judged: JudgedFile[] = [...earlier.files]
  for (const { index, source, facts: read } of changed) {
    const { file, source: before } = judged[index]!, old = now.factsOf(before), facts = read()
    const moved = old === undefined ? undefined : movedFacts(old, facts)
    if (old === undefined || moved === undefined) return undefined
    files.set(file, { old, now: facts, moved })
    judged[index] = { file, source, lines: facts.lineStarts.length, suppressions: facts.suppressions }
  }
  const isOld = changed.length === 0 && (earlier.surroundings === undefined || areAsBefore(now, earlier.surroundings))
  if (isOld) return earlier
  const findings = moveFindings(earlier.findings, files), questions = moveQuestions(earlier.questions, files)
  if (findings === undefined || questions === undefined || !questions.every(question => isStillAnswered(now.resolver, question))) return undefined
  return { ...earlier, files: judged, findings, questions, ...(questions.length === 0 ? {} : { surroundings: surroundingsOf(now, now.resolver.consulted()) }) }
}

function moveQuestions(questions: readonly TypeQuestion[], files: ReadonlyMap<string, MovedFile>): readonly TypeQuestion[] | undefined {
  const moved: TypeQuestion[] = []
  for (const question of questions) {
    const file = files.get(question.file), start = file === undefined ? question.start : file.moved(question.start), end = file === undefined ? question.end : file.moved(question.end)
    if (start === undefined || end === undefined) return undefined
    moved.push({ ...question, start, end })
  }
  return moved
}
