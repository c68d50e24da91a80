import { describe, expect, it } from 'vitest'
import { accessibilityProblems, hosts, openedPlannerWindow } from './hosts'

describe.each(hosts)('a window in $name', (host) => {
  it('tells what goes wrong in its page', async () => {
    const window = await openedPlannerWindow(host)
    await window.page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
    expect(window.complaints()).toEqual([])
    await window.page.evaluate(() => {
      console.error('noted')
      setTimeout(() => {
        throw new Error('thrown')
      }, 0)
      document.body.setAttribute('style', 'color: red')
    })
    for (const what of ['error: noted', 'thrown: Error: thrown', 'Content Security Policy']) await expect.poll(() => window.complaints().join('\n')).toContain(what)
    expect(window.takeComplaints()).toHaveLength(3)
    expect(window.complaints()).toEqual([])
  })

  it('finds what is not accessible', async () => {
    const { page } = await openedPlannerWindow(host)
    await page.getByRole('heading', { name: 'Plans', level: 1, exact: true }).waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await page.evaluate(() => document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><button></button>'))
    const problems = await accessibilityProblems(page)
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']))
  })
})
