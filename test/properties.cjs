// Property tests try the same cases in every run, so that a red one is about the change at hand. To look for others:
//   SEED=random npm run unit
// What fails then prints its seed; a number in place of `random` tries it again.
const { configureGlobal } = require('fast-check');

const { SEED = '1' } = process.env;
if (SEED !== 'random') configureGlobal({ seed: Number(SEED) });
