// https://docs.slack.dev/tools/bolt-js/reference
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@slack/bolt#App', role: 'type' },
  { symbol: '@slack/bolt#default', role: 'type', returns: '@slack/bolt#App', extends: ['@slack/bolt#App'] },
  { symbol: '@slack/bolt#ExpressReceiver', role: 'type' },
  { symbol: '@slack/bolt#ExpressReceiver.router', role: 'type', returns: 'express#IRouter' },
  { symbol: '@slack/bolt#App.event', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every event {arg[0]}' },
  { symbol: '@slack/bolt#App.action', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every action {arg[0]}' },
  { symbol: '@slack/bolt#App.command', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every command {arg[0]}' },
  { symbol: '@slack/bolt#App.shortcut', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every shortcut {arg[0]}' },
  { symbol: '@slack/bolt#App.view', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every view {arg[0]}' },
  { symbol: '@slack/bolt#App.options', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every options {arg[0]}' },
  { symbol: '@slack/bolt#App.function', role: 'entry', calls: 'arg[1..]', event: 'message', label: 'every step {arg[0]}' },
  { symbol: '@slack/bolt#App.message', role: 'entry', calls: 'arg[0..]', event: 'message', label: 'every message {arg[0]}' },
  { symbol: '@slack/bolt#App.use', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every event' },
  { symbol: '@slack/bolt#App.error', role: 'entry', calls: 'arg[0]', event: 'message', label: 'every failed event' },
  { symbol: '@slack/bolt#App.event', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.action', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.command', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.shortcut', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.view', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.message', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.use', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[last]', setup: true, reason: 'Bolt has no way to take a listener out again' },
  { symbol: '@slack/bolt#App.start', role: 'acquire', resource: 'resource', holder: 'process', held: 'this', handle: 'this', releasedBy: ['@slack/bolt#App.stop'], setup: true },
  { symbol: '@slack/bolt#App.stop', role: 'teardown' },
] as const satisfies readonly ModelRow[]
