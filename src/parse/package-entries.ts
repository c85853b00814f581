/** Every path in a field of a package.json, whatever its conditions and subpaths. */
export function pathsIn(field: unknown): string[] {
  if (typeof field === 'string') return [field]
  return typeof field === 'object' && field !== null ? Object.values(field).flatMap(pathsIn) : []
}

/** What importers may name, `.` or `./pool` or `./drivers/*`, and the paths it leads to, as `exports`, `module` and `main` say. */
export function subpathsOf(manifest: Readonly<Record<string, unknown>>): readonly (readonly [subpath: string, paths: readonly string[]])[] {
  const { exports } = manifest
  const hasSubpaths = typeof exports === 'object' && exports !== null && Object.keys(exports).some(key => key.startsWith('.'))
  const exported = hasSubpaths ? Object.entries(exports).map(([subpath, targets]) => [subpath, pathsIn(targets)] as const) : [['.', pathsIn(exports)] as const]
  const own = exported.find(([subpath]) => subpath === '.')?.[1] ?? []
  const main = [...own, ...pathsIn(manifest['module']), ...pathsIn(manifest['main'])]
  return [...(main.length === 0 ? [] : [['.', main] as const]), ...exported.filter(([subpath]) => subpath !== '.')]
}
