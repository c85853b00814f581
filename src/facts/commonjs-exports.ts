import type { ValueId } from './file-facts.ts'
import type { FactsDraft } from './draft.ts'

/** `module.exports = …`, `exports.x = …`, `module.exports.x = …`, and members of an object that is exported whole. */
export function collectCommonJsExports(draft: FactsDraft): void {
  for (const write of draft.writes) {
    if (write.value === undefined || write.operator !== '=') continue
    const target = draft.values[write.target]!
    const at = write.at
    if (isModuleExports(draft, write.target)) addWhole(draft, write.value, at)
    else if (target.kind === 'member' && isModuleExports(draft, target.object)) draft.exports.push({ name: target.property, value: write.value, at })
  }
}

function addWhole(draft: FactsDraft, value: ValueId, at: number): void {
  draft.exports.push({ name: '=', value, at })
  const whole = draft.values[value]!
  if (whole.kind === 'assigned') return addMembers(draft, whole.value)
  addMembers(draft, value)
}

function addMembers(draft: FactsDraft, id: ValueId): void {
  const whole = draft.values[id]!
  if (whole.kind !== 'object') return
  for (const { key, value } of whole.properties) if (key !== null) draft.exports.push({ name: key, value, at: draft.values[value]!.at })
}

/** `module.exports`, `exports`, or a variable that was given one of them. */
function isModuleExports(draft: FactsDraft, id: ValueId, depth = 0): boolean {
  const value = draft.values[id]!
  switch (value.kind) {
    case 'global': return value.name === 'exports'
    case 'member': {
      const object = draft.values[value.object]!
      return value.property === 'exports' && object.kind === 'global' && object.name === 'module'
    }
    case 'assigned': return isModuleExports(draft, draft.writes[value.write]?.target ?? id, depth + 1)
    case 'binding': {
      const { values, fn } = draft.scopes.bindings[value.binding]!
      return depth < 3 && fn === 0 && values.some(v => v !== id && isModuleExports(draft, v, depth + 1))
    }
    default: return false
  }
}
