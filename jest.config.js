/** One suite, three sizes: rules beside the rule, services on a real database, stories over HTTP and in a browser. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '\\.spec\\.tsx?$',
  transform: {
    '^.+\\.[jt]sx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            react: { runtime: 'automatic', importSource: 'preact' },
          },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  setupFiles: ['<rootDir>/test/harness/light-keys.ts'],
  // ES modules in the registry, which Jest loads as CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(openid-client|oauth4webapi|jose)/)'],
  reporters: ['default', '<rootDir>/test/harness/reporter.cjs'],
  // A guard against hanging, not a measure: CI machines are shared and may be three times slower than ours.
  testTimeout: 180_000,
  maxWorkers: 2,
};
