/** What the deployment files say: plain JSON. */
export interface DeploymentFacts {
  /** Ordered by name. */
  readonly files: readonly DeploymentFile[]
}

/** One file, whatever its format. */
export interface DeploymentFile extends DeploymentContent {
  /** Relative to the working directory, with `/`. */
  readonly file: string
  /** Which tool reads it. */
  readonly format: DeploymentFormat
  /** Offset at which each line starts. */
  readonly lineStarts: readonly number[]
}

/** What the reader of a format finds in a file. */
export interface DeploymentContent {
  /** Each process that it starts, in the order of the file. */
  readonly launches: readonly Launch[]
  /** What restarts processes that are well but large, or old; what a command says of it stands with the command. */
  readonly restarts: readonly Restart[]
  /** Comments that may silence findings. */
  readonly comments: readonly DeploymentComment[]
  /** Of a package.json. */
  readonly packageName?: string
  /** It gives containers a memory limit that name none (a LimitRange of Kubernetes). */
  readonly hasDefaultLimit?: true
}

export type DeploymentFormat = 'package.json' | 'pm2' | 'dockerfile' | 'procfile' | 'kubernetes' | 'compose'

/** Where something is written: UTF-16 offsets into the file. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface DeploymentComment {
  readonly type: 'Line' | 'Block'
  readonly value: string
  readonly range: readonly [number, number]
}

/** A process that a file starts. */
export interface Launch extends Span {
  /** Of the script, process type, app, container or service; empty in a Dockerfile, which starts one. */
  readonly name: string
  /** Its simple commands in order, without what wraps them; none where the image says what runs. */
  readonly commands: readonly Command[]
  /** What NODE_OPTIONS of its environment holds. */
  readonly options: readonly NodeOption[]
  /** False where NODE_OPTIONS may come from a place that is not read. */
  readonly isEnvironmentKnown: boolean
  /** What it runs in, where the file says it. */
  readonly container?: Container
}

/** `NODE_OPTIONS=… node --trace-uncaught dist/server.js`, taken apart. */
export interface Command extends Span {
  /** Its base name: `node`, `npm`. */
  readonly program: string
  /** Behind the options of node. */
  readonly args: readonly string[]
  /** What node runs, where node or PM2 is told a script. */
  readonly script?: string
  /** Those of node, before the script or in NODE_OPTIONS; those that PM2 is told to give it. */
  readonly options: readonly NodeOption[]
  /** False where a variable stands among them. */
  readonly areOptionsKnown: boolean
  /** Options of PM2 that restart what it starts. */
  readonly restarts: readonly Restart[]
}

/** `--max-old-space-size=4096`, with `-` for `_`. */
export interface NodeOption extends Span {
  /** With two dashes, also where the short form is written: `--r`. */
  readonly name: string
  /** Behind `=`, or the next word. */
  readonly value?: string
}

export interface Container {
  /** The same in each manifest that speaks of it: `Deployment/shop/web`. */
  readonly key: string
  /** As it is written: `node:22`. */
  readonly image?: string
  /** Whether the image is built from a folder of the project. */
  readonly isBuilt: boolean
  /** It runs and ends: a Job. */
  readonly isJob: boolean
  /** Of memory. */
  readonly limit: MemoryLimit
}

export type MemoryLimit =
  | { readonly kind: 'none' }
  | { readonly kind: 'mebibytes'; readonly size: number }
  /** It is there, and its size is decided elsewhere. */
  | { readonly kind: 'unknown' }

export interface Restart extends Span {
  /** By a schedule, or when the process has grown. */
  readonly by: 'clock' | 'memory'
  /** What does it, as it is written: `cron_restart`. */
  readonly text: string
  /** The app or container that is restarted, where the same file names it. */
  readonly name?: string
}
