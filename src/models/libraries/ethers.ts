// https://docs.ethers.org/v6/api/providers/
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'ethers#AbstractProvider', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ethers#JsonRpcProvider', role: 'type', extends: ['ethers#AbstractProvider'] },
  { symbol: 'ethers#WebSocketProvider', role: 'type', extends: ['ethers#AbstractProvider'] },
  { symbol: 'ethers#BaseContract', role: 'type', extends: ['node:events#EventEmitter'] },
  { symbol: 'ethers#Contract', role: 'type', extends: ['ethers#BaseContract'] },
  { symbol: 'ethers#AbstractProvider.on', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every {arg[0]}' },
  { symbol: 'ethers#BaseContract.on', role: 'entry', calls: 'arg[1]', event: 'message', label: 'every {arg[0]}' },
  { symbol: 'ethers#WebSocketProvider', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', isClient: true, releasedBy: ['ethers#AbstractProvider.destroy'], note: 'a socket' },
  { symbol: 'ethers#AbstractProvider.destroy', role: 'teardown' },
] as const satisfies readonly ModelRow[]
