import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appAnswer } from '../../electron/app-answer'

let parent = ''
let folder = ''

beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'lodestock-pages-'))
  folder = join(parent, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  mkdirSync(join(parent, 'renderer-old'))
  writeFileSync(join(folder, 'index.html'), '<h1>Plans</h1>')
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {}')
  writeFileSync(join(folder, 'notes.sh'), 'secret')
  writeFileSync(join(parent, 'secret.json'), '{"secret":1}')
  writeFileSync(join(parent, 'renderer-old', 'secret.json'), '{"secret":1}')
})

afterAll(() => rmSync(parent, { recursive: true, force: true }))

const answer = (url: string, method = 'GET'): Promise<Response> => appAnswer(folder, { url, method })

describe('appAnswer', () => {
  it('serves the built page at the root', async () => {
    const response = await answer('app://planner/')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toBe('<h1>Plans</h1>')
  })

  it('serves scripts as scripts, whatever the query', async () => {
    const response = await answer('app://planner/assets/index.js?v=2')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it('sends the policy with every answer, refusals too', async () => {
    for (const url of ['app://planner/', 'app://planner/missing.js']) {
      const { headers } = await answer(url)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it.each([
    'app://planner/..%2fsecret.json',
    'app://planner/%2e%2e/secret.json',
    'app://planner/assets/..%2f..%2fsecret.json',
    'app://planner/..%5csecret.json',
    'app://planner/..%2frenderer-old%2fsecret.json',
    'app://planner/%00index.html',
    'app://planner/%E0%A4%A',
    'app://planner//etc/passwd',
    'app://planner/notes.sh',
    'app://planner/assets/',
    'app://elsewhere/index.html',
  ])('finds nothing at %s', async (url) => {
    const response = await answer(url)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe('')
  })

  it('refuses everything but reading', async () => {
    expect((await answer('app://planner/', 'POST')).status).toBe(405)
    expect(await (await answer('app://planner/', 'HEAD')).text()).toBe('')
  })
})
