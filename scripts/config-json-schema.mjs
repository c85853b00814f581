import { toJsonSchema } from '@valibot/to-json-schema'
import { Project } from 'ts-morph'
import { rules } from '../dist/rules/index.js'
import { configSchema } from '../dist/src/parse/config-schema.js'

/** The text of schema/config.schema.json: what the configuration may hold, with the words of the types as descriptions. Run it after a build. */
export function configJsonSchema() {
  const schema = toJsonSchema(configSchema(rules.map(rule => rule.id), 'editor'), { errorMode: 'ignore' })
  const project = new Project({ useInMemoryFileSystem: false, skipAddingFilesFromTsConfig: true })
  const [config, rows] = ['src/parse/config-schema.ts', 'src/models/row.ts'].map(file => project.addSourceFileAtPath(file))
  describe(schema.properties, wordsOf(config.getInterfaceOrThrow('Config')))
  schema.properties.$schema.description = 'Where this schema stands, for editors.'
  describe(schema.properties.overrides.items.properties, wordsOf(config.getInterfaceOrThrow('Override')))
  for (const { properties } of [schema.properties.rules, schema.properties.overrides.items.properties.rules]) {
    for (const { id, summary } of rules) {
      properties[id].description = `${summary}.`
      for (const { items } of properties[id].anyOf) if (items?.[1] !== undefined) describe(items[1].properties, wordsOf(config.getInterfaceOrThrow('RuleOptions')))
    }
  }
  for (const variant of rowVariants(schema)) {
    const role = variant.properties.role.const, declared = rows.getInterfaceOrThrow(`${role[0].toUpperCase()}${role.slice(1)}Row`)
    variant.description = docOf(declared)
    describe(variant.properties, { ...wordsOf(rows.getInterfaceOrThrow('Row')), ...wordsOf(declared) })
  }
  const { $schema, ...said } = schema
  return `${JSON.stringify({ $schema, $id: 'https://unpkg.com/eslint-plugin-leak-audit/schema/config.schema.json', title: 'leak-audit configuration', ...said }, null, 2)}\n`
}

function rowVariants({ properties: { models } }) {
  return models.items.oneOf ?? models.items.anyOf
}

function describe(properties, words) {
  for (const [name, property] of Object.entries(properties)) if (words[name] !== undefined) property.description = words[name]
}

/** What the doc comments of an interface say, by property. */
function wordsOf(declared) {
  return Object.fromEntries(declared.getProperties().map(property => [property.getName(), docOf(property)]))
}

function docOf(node) {
  const [doc] = node.getJsDocs()
  return doc?.getDescription().trim().replace(/\s+/g, ' ')
}
