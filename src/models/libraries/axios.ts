// https://axios-http.com/docs/req_config
import type { ModelRow } from '../row.ts'

export default [
  { symbol: 'axios#default', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults', note: 'it waits for ever unless told' },
  { symbol: 'axios#request', role: 'ask', options: 'arg[0]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#get', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#delete', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#head', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#options', role: 'ask', options: 'arg[1]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#post', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#put', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#patch', role: 'ask', options: 'arg[2]', anyOf: ['timeout', 'signal', 'cancelToken'], defaults: 'defaults' },
  { symbol: 'axios#Axios', role: 'type' },
  { symbol: 'axios#AxiosInstance', role: 'type', extends: ['axios#Axios'] },
  { symbol: 'axios#create', role: 'type', returns: 'axios#AxiosInstance' },
  { symbol: 'axios#AxiosInterceptorManager', role: 'type' },
  { symbol: 'axios#Axios.interceptors', role: 'type' },
  { symbol: 'axios#interceptors', role: 'type', returns: 'axios#Axios.interceptors' },
  { symbol: 'axios#Axios.interceptors.request', role: 'type', returns: 'axios#AxiosInterceptorManager' },
  { symbol: 'axios#Axios.interceptors.response', role: 'type', returns: 'axios#AxiosInterceptorManager' },
  { symbol: 'axios#AxiosInterceptorManager.use', role: 'acquire', resource: 'listener', holder: 'this', held: 'arg[0]', handle: 'return', setup: true, releasedBy: ['axios#AxiosInterceptorManager.eject'], note: 'each is called for every request from then on' },
  { symbol: 'axios#AxiosInterceptorManager.eject', role: 'release', resource: 'listener', holder: 'this', handle: 'arg[0]' },
] as const satisfies readonly ModelRow[]
