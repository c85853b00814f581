/** That and why nothing was measured. The message is for the person who asked. */
export class MeasureError extends Error {
  override name = 'MeasureError'
}
