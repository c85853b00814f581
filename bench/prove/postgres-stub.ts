import type { Socket } from 'node:net'

/** Answers PostgreSQL's protocol: each statement succeeds with no rows; one that has `fails` in it fails. */
export function answerPostgres(socket: Socket): void {
  let pending = Buffer.alloc(0), hasBegun = false
  socket.on('error', () => {})
  socket.on('data', chunk => {
    pending = Buffer.concat([pending, chunk as Buffer])
    for (;;) {
      const at = hasBegun ? 1 : 0
      if (pending.length < at + 4 || pending.length < at + pending.readUInt32BE(at)) return
      const message = pending.subarray(0, at + pending.readUInt32BE(at))
      pending = pending.subarray(message.length)
      const answer = hasBegun ? answerTo(String.fromCharCode(message[0]!), message.toString('utf8')) : HELLO
      hasBegun = true
      if (answer === undefined) return void socket.end()
      socket.write(answer)
    }
  })
}

const message = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}

const READY = message('Z', Buffer.from('I'))
const HELLO = Buffer.concat([message('R', Buffer.alloc(4)), READY])
const DONE = Buffer.concat([message('C', Buffer.from('SELECT 0\0'))])
const FAILED = message('E', Buffer.from('SERROR\0C22000\0Mit fails\0\0'))

/** Of one message; `undefined` when the client says goodbye. */
function answerTo(type: string, text: string): Buffer | undefined {
  switch (type) {
    case 'Q': return Buffer.concat([text.includes('fails') ? FAILED : DONE, READY])
    case 'P': return text.includes('fails') ? FAILED : message('1', Buffer.alloc(0))
    case 'B': return message('2', Buffer.alloc(0))
    case 'D': return message('n', Buffer.alloc(0))
    case 'E': return DONE
    case 'S': return READY
    case 'X': return undefined
    default: return Buffer.alloc(0)
  }
}
