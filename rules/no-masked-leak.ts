import { quoted } from '../src/verdict/phrases.ts'
import { defineDeploymentRule, type Mask } from '../src/verdict/rule.ts'

export default defineDeploymentRule({
  id: 'no-masked-leak',
  summary: 'Deployment files that hide a leak behind restarts or a larger heap, or leave nothing to find it by',
  preset: 'strict',
  severity: 'warning',
  finds: ['restart-by-clock', 'restart-by-memory', 'heap-raised', 'heap-beyond-limit', 'limit-missing', 'diagnostics-missing'],
  message: mask => {
    switch (mask.kind) {
      case 'restart-by-clock': return `${quoted(mask.subject)} restarts ${what(mask)} on a schedule, whether it leaks or not, so that nobody sees memory grow.`
      case 'restart-by-memory': return `${quoted(mask.subject)} restarts ${what(mask)} when it has grown, which drops its connections and throws away what would show the leak.`
      case 'heap-raised': return `${quoted(mask.subject)} lets the heap of ${what(mask)} grow, and no memory limit of a container goes with it: a leak takes longer to show, and then takes the machine.`
      case 'heap-beyond-limit': return `${quoted(mask.subject)} is not below the memory limit of ${what(mask)}, so that the kernel kills the process before Node.js can say that its heap is full.`
      case 'limit-missing': return `${subjectOf(mask)} has no memory limit: a leak takes memory from everything else on the machine before anybody hears of it.`
      case 'diagnostics-missing': return `${subjectOf(mask)} is started without ${listOf(mask.missing)}: when its memory grows there is ${lackOf(mask.missing)}.`
    }
  },
  hint: mask => {
    switch (mask.kind) {
      case 'restart-by-clock': return 'Take the schedule away and mend what grows; a restart that is still needed belongs to an alert on memory that a person reads'
      case 'restart-by-memory': return 'Take it away and let the process fail: --report-on-fatalerror and --heapsnapshot-near-heap-limit=2 write down what filled the heap'
      case 'heap-raised': return 'Give the container a memory limit and the heap about three quarters of it, or leave the option out'
      case 'heap-beyond-limit': return 'Set it to about three quarters of the limit: buffers, code and stacks need the rest'
      case 'limit-missing': return mask.file.format === 'compose' ? 'Add mem_limit, or deploy.resources.limits.memory' : 'Add resources.limits.memory'
      case 'diagnostics-missing': return `Start it with node ${mask.missing.map(option => option === SNAPSHOT ? `${SNAPSHOT}=SIGUSR2` : option).join(' ')}, or give these in NODE_OPTIONS`
    }
  },
})

const SNAPSHOT = '--heapsnapshot-signal'
const LACKS: Readonly<Record<string, string>> = {
  '--report-on-fatalerror': 'no report of the crash', [SNAPSHOT]: 'no way to take a heap snapshot', '--enable-source-maps': 'no line of the source in a stack',
}

const what = ({ name }: Mask): string => name === '' ? 'the server' : quoted(name)
const subjectOf = (mask: Mask): string => mask.name === '' ? 'The server' : what(mask)
const listOf = (words: readonly string[]): string => words.map(quoted).join(', ').replace(/, (?=[^,]*$)/, ' and ')
const lackOf = (options: readonly string[]): string => options.map(option => LACKS[option]!).join(', ').replace(/, (?=[^,]*$)/, ' and ')
