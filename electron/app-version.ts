import packageJson from '../package.json' with { type: 'json' }

/** Version of the program, as files it writes tell it. */
export const appVersion: string = packageJson.version
