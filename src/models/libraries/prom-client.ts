// https://github.com/siimon/prom-client#labels
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'prom-client#Counter', role: 'type' },
  { symbol: 'prom-client#Gauge', role: 'type' },
  { symbol: 'prom-client#Histogram', role: 'type' },
  { symbol: 'prom-client#Summary', role: 'type' },
  { symbol: 'prom-client#Counter.inc', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Counter.remove', 'prom-client#Counter.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'], note: '140 to 190 B for each set of labels' },
  { symbol: 'prom-client#Counter.labels', role: 'label', labels: 'arg[0..]', grows: 'label', releasedBy: ['prom-client#Counter.remove', 'prom-client#Counter.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Counter', role: 'label', labels: 'arg[0].name', grows: 'name of a metric', releasedBy: ['prom-client#Registry.clear', 'prom-client#Registry.removeSingleMetric'], note: 'the registry keeps each metric: 540 B and more' },
  { symbol: 'prom-client#Gauge.inc', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Gauge.remove', 'prom-client#Gauge.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Gauge.dec', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Gauge.remove', 'prom-client#Gauge.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Gauge.set', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Gauge.remove', 'prom-client#Gauge.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Gauge.labels', role: 'label', labels: 'arg[0..]', grows: 'label', releasedBy: ['prom-client#Gauge.remove', 'prom-client#Gauge.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Gauge.startTimer', role: 'label', labels: 'arg[0]', grows: 'label', isCurried: true, releasedBy: ['prom-client#Gauge.remove', 'prom-client#Gauge.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Gauge', role: 'label', labels: 'arg[0].name', grows: 'name of a metric', releasedBy: ['prom-client#Registry.clear', 'prom-client#Registry.removeSingleMetric'], note: 'the registry keeps each metric: 540 B and more' },
  { symbol: 'prom-client#Histogram.observe', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Histogram.remove', 'prom-client#Histogram.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'], note: '520 B for each set of labels' },
  { symbol: 'prom-client#Histogram.labels', role: 'label', labels: 'arg[0..]', grows: 'label', releasedBy: ['prom-client#Histogram.remove', 'prom-client#Histogram.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Histogram.startTimer', role: 'label', labels: 'arg[0]', grows: 'label', isCurried: true, releasedBy: ['prom-client#Histogram.remove', 'prom-client#Histogram.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Histogram', role: 'label', labels: 'arg[0].name', grows: 'name of a metric', releasedBy: ['prom-client#Registry.clear', 'prom-client#Registry.removeSingleMetric'], note: 'the registry keeps each metric: 540 B and more' },
  { symbol: 'prom-client#Summary.observe', role: 'label', labels: 'arg[0]', grows: 'label', releasedBy: ['prom-client#Summary.remove', 'prom-client#Summary.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'], note: '780 B for each set of labels' },
  { symbol: 'prom-client#Summary.labels', role: 'label', labels: 'arg[0..]', grows: 'label', releasedBy: ['prom-client#Summary.remove', 'prom-client#Summary.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Summary.startTimer', role: 'label', labels: 'arg[0]', grows: 'label', isCurried: true, releasedBy: ['prom-client#Summary.remove', 'prom-client#Summary.reset', 'prom-client#Registry.clear', 'prom-client#Registry.resetMetrics'] },
  { symbol: 'prom-client#Summary', role: 'label', labels: 'arg[0].name', grows: 'name of a metric', releasedBy: ['prom-client#Registry.clear', 'prom-client#Registry.removeSingleMetric'], note: 'the registry keeps each metric: 540 B and more' },
] as const satisfies readonly ModelRow[]
