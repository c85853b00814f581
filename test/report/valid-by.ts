import Ajv, { type AnySchemaObject } from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'

/** What a JSON Schema has against a text; nothing when it is valid. Schemas of draft 4 are read as draft 7, which differs in words they do not use; their patterns are written for expressions without the flag `u`. */
export function problemsBySchema(text: string, schema: AnySchemaObject): readonly string[] {
  const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false }))
  const validate = ajv.compile(Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id')))
  validate(JSON.parse(text))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** What libxml2 has against a document, read by an XML Schema. */
export async function problemsByXsd(text: string, schema: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: text, schema })
  return errors.map(error => error.message)
}
