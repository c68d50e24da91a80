import fc from 'fast-check'

// Every run tries the same cases, so that a red test is red for everybody. `FAST_CHECK_SEED=random npm test` looks further.
const seed = process.env['FAST_CHECK_SEED']
if (seed !== 'random') fc.configureGlobal({ seed: seed === undefined ? 20_261_123 : Number(seed) })
