import eventTarget from './libraries/event-target.ts'
import nodeChildProcess from './libraries/node-child-process.ts'
import nodeCluster from './libraries/node-cluster.ts'
import nodeDiagnosticsChannel from './libraries/node-diagnostics-channel.ts'
import nodeEvents from './libraries/node-events.ts'
import nodeFs from './libraries/node-fs.ts'
import nodeHttp from './libraries/node-http.ts'
import nodeHttp2 from './libraries/node-http2.ts'
import nodeHttps from './libraries/node-https.ts'
import nodeNet from './libraries/node-net.ts'
import nodeProcess from './libraries/node-process.ts'
import nodeReadline from './libraries/node-readline.ts'
import nodeStream from './libraries/node-stream.ts'
import nodeTimers from './libraries/node-timers.ts'
import nodeTls from './libraries/node-tls.ts'
import nodeWorkerThreads from './libraries/node-worker-threads.ts'
import type { ModelRow } from './row.ts'

/** Every row of every library file. */
export const builtInRows: readonly ModelRow[] = [
  ...eventTarget,
  ...nodeChildProcess,
  ...nodeCluster,
  ...nodeDiagnosticsChannel,
  ...nodeEvents,
  ...nodeFs,
  ...nodeHttp,
  ...nodeHttp2,
  ...nodeHttps,
  ...nodeNet,
  ...nodeProcess,
  ...nodeReadline,
  ...nodeStream,
  ...nodeTimers,
  ...nodeTls,
  ...nodeWorkerThreads,
]
