import fc from 'fast-check';

/**
 * One seed for every run, so that a change is judged by what it changed. `PROPERTY_SEED=random npx vitest …` looks
 * further; a number repeats what it found.
 */
const wanted = process.env.PROPERTY_SEED ?? '20261122';

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) });
