import { DockerfileParser, type Dockerfile, type Instruction, type JSONInstruction, type PropertyInstruction } from 'dockerfile-ast'
import { commandsOfLine, commandsOfWords } from './command.ts'
import type { Command, DeploymentContent, Span } from './deployment-facts.ts'
import { hashComments } from './hash-comments.ts'
import { locateIn } from './locate.ts'
import { optionsOfText } from './node-options.ts'
import { errorAt, type ReadError } from './read-error.ts'

/** What the last stage of a Dockerfile starts: https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact */
export function readDockerfile(text: string): DeploymentContent | ReadError {
  const dockerfile = DockerfileParser.parse(text), comments = hashComments(text)
  const stages = stagesOf(dockerfile)
  if (stages.length === 0) return errorAt(text, 0, 'no FROM instruction')
  const spanOf = spansIn(text)
  const entrypoint = lastOf(stages, 'ENTRYPOINT'), command = lastOf(stages, 'CMD', entrypoint)
  const started = command ?? entrypoint
  if (started === undefined) return { launches: [], restarts: [], comments }
  const span = spanOf(started), commands = commandsOf(text, entrypoint, command, spanOf)
  const variable = stages.flat().filter(instruction => instruction.getKeyword() === 'ENV').flatMap(instruction => (instruction as PropertyInstruction).getProperties()).findLast(property => property.getName() === 'NODE_OPTIONS')
  const { options, areOptionsKnown } = variable === undefined ? { options: [], areOptionsKnown: true } : optionsOfText(variable.getValue() ?? '', locateIn(text, spanOf(variable)))
  return {
    launches: [{ ...span, name: '', commands, options, isEnvironmentKnown: areOptionsKnown }],
    restarts: [], comments,
  }
}

/** The instructions of the last stage and of the stages that it is made from, first to last. */
function stagesOf(dockerfile: Dockerfile): readonly (readonly Instruction[])[] {
  const instructions = dockerfile.getInstructions(), starts = dockerfile.getFROMs()
  const stages: Instruction[][] = []
  for (let at = starts.length - 1; at >= 0;) {
    const from = starts[at]!, start = lineOfInstruction(from), next = starts[at + 1] === undefined ? Infinity : lineOfInstruction(starts[at + 1]!)
    stages.unshift(instructions.filter(instruction => start <= lineOfInstruction(instruction) && lineOfInstruction(instruction) < next))
    const base = from.getImage()?.toLowerCase()
    at = starts.slice(0, at).findLastIndex(earlier => earlier.getBuildStage()?.toLowerCase() === base)
  }
  return stages
}

const lineOfInstruction = (instruction: Instruction): number => instruction.getRange().start.line

/** The instruction that counts; an ENTRYPOINT takes away the CMD of the stages before its own. */
function lastOf(stages: readonly (readonly Instruction[])[], keyword: 'ENTRYPOINT' | 'CMD', entrypoint?: Instruction): Instruction | undefined {
  const owner = stages.findIndex(stage => entrypoint !== undefined && stage.includes(entrypoint))
  return stages.slice(Math.max(owner, 0)).flat().findLast(instruction => instruction.getKeyword() === keyword)
}

function commandsOf(text: string, entrypoint: Instruction | undefined, command: Instruction | undefined, spanOf: SpanOf): readonly Command[] {
  const first = entrypoint ?? command
  if (first === undefined) return []
  const span = spanOf(first), whole = command === undefined ? span : { start: Math.min(span.start, spanOf(command).start), end: Math.max(span.end, spanOf(command).end) }
  const locate = locateIn(text, whole), words = wordsOf(first)
  // an ENTRYPOINT for the shell runs without the CMD
  if (words === undefined) return commandsOfLine(lineOf(first), locate)
  if (entrypoint === undefined || command === undefined) return commandsOfWords(words, locate)
  const given = wordsOf(command) ?? ['sh', '-c', lineOf(command)]
  return commandsOfWords([...words, ...given], locate)
}

/** The words of the exec form: `["node", "server.js"]`. */
function wordsOf(instruction: Instruction): readonly string[] | undefined {
  const strings = (instruction as JSONInstruction).getJSONStrings().map(string => string.getJSONValue())
  return strings.length === 0 ? undefined : strings
}

/** The line of the shell form. */
function lineOf(instruction: Instruction): string {
  return instruction.getArgumentsContent() ?? ''
}

type SpanOf = (at: Pick<Instruction, 'getRange'>) => Span

function spansIn(text: string): SpanOf {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)]
  return at => {
    const { start, end } = at.getRange()
    return { start: starts[start.line]! + start.character, end: starts[end.line]! + end.character }
  }
}
