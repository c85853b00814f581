import type { Program } from '../../link/program.ts'
import type { Defect, DefectKind } from '../defect.ts'
import type { Mend } from '../finding.ts'
import { boundStore } from './bound-store.ts'
import { clearInFinally } from './clear-in-finally.ts'
import { closeInsteadOfFinish } from './close-instead-of-finish.ts'
import { giveDeadline } from './give-deadline.ts'
import { makeOnce } from './make-once.ts'
import { releaseOnClose } from './release-on-close.ts'
import { removeRegistered } from './remove-registered.ts'
import { usePipeline } from './use-pipeline.ts'

/** The edit that ends the defect; undefined where none is certain to, which is the rule. */
export function mendOf(program: Program, defect: Defect): Mend | undefined {
  return MENDS[defect.kind]?.(program, defect)
}

type MakeMend = (program: Program, defect: Defect) => Mend | undefined

const MENDS: Readonly<Partial<Record<DefectKind, MakeMend>>> = {
  'listener-kept': releaseOnClose,
  'interval-kept': releaseOnClose,
  'disposer-ignored': releaseOnClose,
  'listener-removal-ineffective': removeRegistered,
  'released-on-finish': closeInsteadOfFinish,
  'timeout-kept': clearInFinally,
  'pipe-left': usePipeline,
  'client-per-event': makeOnce,
  'store-grows': boundStore,
  'wait-unbounded': giveDeadline,
}
