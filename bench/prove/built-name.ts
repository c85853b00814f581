/** `src/server.ts` runs as `src/server.js`. */
export const builtName = (file: string): string => file.replace(/\.([cm]?)tsx?$/, '.$1js')
