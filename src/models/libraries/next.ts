// https://nextjs.org/docs/app/api-reference/file-conventions/route
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'next/server#NextRequest', role: 'type', lifetime: 'event' },
  { symbol: 'next#NextApiRequest', role: 'type', extends: ['node:http#IncomingMessage'], lifetime: 'event' },
  { symbol: 'next#NextApiResponse', role: 'type', extends: ['node:http#ServerResponse'], lifetime: 'event' },
  { symbol: 'next#GET', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#HEAD', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#POST', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#PUT', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#PATCH', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#DELETE', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#OPTIONS', role: 'entry', calls: 'export', event: 'request', files: 'app/**/route.{js,jsx,mjs,ts,tsx}', params: ['next/server#NextRequest', null], label: '{name} of the route' },
  { symbol: 'next#default', role: 'entry', calls: 'export', event: 'request', files: 'pages/api/**/*.{js,jsx,mjs,ts,tsx}', params: ['next#NextApiRequest', 'next#NextApiResponse'], label: 'every request of the API route' },
  { symbol: 'next#getServerSideProps', role: 'entry', calls: 'export', event: 'request', files: 'pages/**/*.{js,jsx,mjs,ts,tsx}', params: [null], label: 'every rendering of the page' },
  { symbol: 'next#middleware', role: 'entry', calls: 'export', event: 'request', files: 'middleware.{js,mjs,ts}', params: ['next/server#NextRequest', null], label: 'every request' },
  { symbol: 'next#proxy', role: 'entry', calls: 'export', event: 'request', files: 'proxy.{js,mjs,ts}', params: ['next/server#NextRequest', null], label: 'every request' },
] as const satisfies readonly ModelRow[]
