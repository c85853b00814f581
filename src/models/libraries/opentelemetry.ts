// https://opentelemetry.io/docs/languages/js/instrumentation/#metrics
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@opentelemetry/api#Meter', role: 'type' },
  { symbol: '@opentelemetry/api#Counter', role: 'type' },
  { symbol: '@opentelemetry/api#UpDownCounter', role: 'type' },
  { symbol: '@opentelemetry/api#Gauge', role: 'type' },
  { symbol: '@opentelemetry/api#Histogram', role: 'type' },
  { symbol: '@opentelemetry/api#metrics.getMeter', role: 'type', returns: '@opentelemetry/api#Meter' },
  { symbol: '@opentelemetry/api#Meter.createCounter', role: 'type', returns: '@opentelemetry/api#Counter' },
  { symbol: '@opentelemetry/api#Meter.createUpDownCounter', role: 'type', returns: '@opentelemetry/api#UpDownCounter' },
  { symbol: '@opentelemetry/api#Meter.createGauge', role: 'type', returns: '@opentelemetry/api#Gauge' },
  { symbol: '@opentelemetry/api#Meter.createHistogram', role: 'type', returns: '@opentelemetry/api#Histogram' },
  { symbol: '@opentelemetry/api#Counter.add', role: 'label', labels: 'arg[1]', grows: 'attribute', isCapped: true, note: 'the SDK 2 keeps 2000 sets of attributes for an instrument and throws the rest together' },
  { symbol: '@opentelemetry/api#UpDownCounter.add', role: 'label', labels: 'arg[1]', grows: 'attribute', isCapped: true },
  { symbol: '@opentelemetry/api#Gauge.record', role: 'label', labels: 'arg[1]', grows: 'attribute', isCapped: true },
  { symbol: '@opentelemetry/api#Histogram.record', role: 'label', labels: 'arg[1]', grows: 'attribute', isCapped: true },
] as const satisfies readonly ModelRow[]
