import { describe, expect, it } from 'vitest'
import { isGranted, isOwnAddress, isOwnSender, type IpcOrigin } from '../../electron/app-origin'

describe('isOwnAddress', () => {
  it.each(['app://planner/', 'app://planner/assets/index.js?x=1#y'])('knows %s', (address) => {
    expect(isOwnAddress(address)).toBe(true)
  })

  it.each(['https://planner/', 'app://other/', 'app://planner.evil/', 'app://planner@evil/', 'app://user:word@planner/', 'file:///planner/', 'about:blank', 'not an address', '', null, undefined])('refuses %s', (address) => {
    expect(isOwnAddress(address)).toBe(false)
  })
})

describe('isOwnSender', () => {
  const frame = (url: string, parent: object | null = null): IpcOrigin => ({ senderFrame: { url, parent } }) as IpcOrigin

  it('takes the main frame of our own page', () => {
    expect(isOwnSender(frame('app://planner/'))).toBe(true)
  })

  it('refuses a frame inside the page, another address, and a frame that has gone', () => {
    expect(isOwnSender(frame('app://planner/', {}))).toBe(false)
    expect(isOwnSender(frame('https://example.com/'))).toBe(false)
    expect(isOwnSender({ senderFrame: null })).toBe(false)
  })
})

describe('isGranted', () => {
  it('grants copying to our own pages', () => {
    expect(isGranted('clipboard-sanitized-write', 'app://planner/')).toBe(true)
  })

  it.each(['clipboard-read', 'media', 'geolocation', 'notifications', 'openExternal', 'fullscreen', 'hid', 'serial', 'usb', 'fileSystem'])('denies %s', (permission) => {
    expect(isGranted(permission, 'app://planner/')).toBe(false)
  })

  it('denies copying to anybody else', () => {
    expect(isGranted('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
  })
})
