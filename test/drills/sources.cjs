/**
 * `node -r ./test/drills/sources.cjs src/main.ts`: the sources as they stand, through the same swc with the same
 * settings as every other test. So a drill kills what was just written and needs no build.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');
const { transform } = require('../../jest.config.js');

const [[, settings]] = Object.values(transform);

for (const ending of ['.ts', '.tsx']) {
  require.extensions[ending] = (module, filename) => {
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, swcrc: false, filename });
    module._compile(code, filename);
  };
}
