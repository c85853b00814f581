// https://supabase.com/docs/reference/javascript/subscribe
import type { ModelRow } from '../row.ts'

export default [
  { symbol: '@supabase/supabase-js#SupabaseClient', role: 'type' },
  { symbol: '@supabase/supabase-js#RealtimeChannel', role: 'type' },
  { symbol: '@supabase/supabase-js#createClient', role: 'type', returns: '@supabase/supabase-js#SupabaseClient' },
  { symbol: '@supabase/supabase-js#SupabaseClient.channel', role: 'type', returns: '@supabase/supabase-js#RealtimeChannel' },
  { symbol: '@supabase/supabase-js#RealtimeChannel.on', role: 'type', returns: '@supabase/supabase-js#RealtimeChannel' },
  { symbol: '@supabase/supabase-js#RealtimeChannel.subscribe', role: 'type', returns: '@supabase/supabase-js#RealtimeChannel' },
  { symbol: '@supabase/supabase-js#RealtimeChannel.on', role: 'entry', calls: 'arg[2]', event: 'message', label: "every '{arg[0]}'" },
  { symbol: '@supabase/supabase-js#RealtimeChannel.subscribe', role: 'acquire', resource: 'resource', holder: 'process', handle: 'return', releasedBy: ['@supabase/supabase-js#SupabaseClient.removeChannel', '@supabase/supabase-js#RealtimeChannel.unsubscribe'], note: 'the client keeps the channel' },
  { symbol: '@supabase/supabase-js#SupabaseClient.removeChannel', role: 'release', resource: 'resource', handle: 'arg[0]' },
  { symbol: '@supabase/supabase-js#RealtimeChannel.unsubscribe', role: 'teardown' },
] as const satisfies readonly ModelRow[]
