import { isOwnAddress } from './app-origin'
import { bundleFile, securityHeaders } from './window-bundle'

/** The answer to a request under our scheme: a built file, or a refusal. */
export async function appAnswer(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (!isOwnAddress(request.url)) return refusal(404)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
  const file = await bundleFile(folder, new URL(request.url).pathname)
  if (file === null) return refusal(404)
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(file.bytes), { headers: { ...securityHeaders, 'content-type': file.contentType } })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: securityHeaders })
}
