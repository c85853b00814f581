import type { Socket } from 'node:net'

/** Answers Redis commands as far as clients ask when they connect, and `INCR`, `GET` and `PING`. */
export function answerRedis(socket: Socket): void {
  let pending = ''
  socket.on('error', () => {})
  socket.on('data', chunk => {
    pending += String(chunk)
    for (let command = firstCommand(pending); command !== undefined; command = firstCommand(pending)) {
      pending = pending.slice(command.length)
      socket.write(answerTo(command.words))
    }
  })
}

/** A list of strings: `*2\r\n$3\r\nGET\r\n$1\r\na\r\n`. */
function firstCommand(text: string): { words: readonly string[], length: number } | undefined {
  const lines = text.split('\r\n'), count = Number(lines[0]?.slice(1))
  if (lines[0]?.startsWith('*') !== true || lines.length < 2 * count + 2) return undefined
  const used = lines.slice(0, 2 * count + 1)
  return { words: used.filter((_, index) => index > 0 && index % 2 === 0), length: used.join('\r\n').length + 2 }
}

function answerTo([name = '', ...rest]: readonly string[]): string {
  switch (name.toUpperCase()) {
    case 'INFO': return '$20\r\nredis_version:7.0.0\n\r\n'
    case 'PING': return '+PONG\r\n'
    case 'INCR': return ':1\r\n'
    case 'GET': return '$-1\r\n'
    case 'SUBSCRIBE': return `*3\r\n$9\r\nsubscribe\r\n$${rest[0]!.length}\r\n${rest[0]}\r\n:1\r\n`
    default: return '+OK\r\n'
  }
}
