import tseslint from 'typescript-eslint';

const outsideTheUnitOfWork = [
  {
    selector: 'CallExpression[callee.property.name=/^(getRepository|createQueryRunner|startTransaction)$/]',
    message: 'Every write goes through Database.write, reads through Database.reader (platform/database).',
  },
  {
    selector: "CallExpression[callee.property.name='transaction']",
    message: 'Database.write is the one unit of work.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read once, in platform/config.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'data', 'secret', 'coverage', '**/*.cjs', '*.js', '**/*.mjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      'no-restricted-syntax': ['error', ...outsideTheUnitOfWork],
      'no-console': 'error',
    },
  },
  {
    files: [
      'src/platform/config/**',
      'src/platform/database/**',
      'src/platform/log.ts',
      'src/platform/program.ts',
      'src/main.ts',
      'src/worker.ts',
      'src/demo.ts',
      'src/cli.ts',
      'src/cli/**',
      'test/**',
      '**/*.spec.ts',
      '**/*.spec.tsx',
      '**/testing/**',
      'migrations/**',
    ],
    rules: { 'no-restricted-syntax': 'off', 'no-console': 'off' },
  },
  {
    files: ['test/**', '**/*.spec.ts', '**/*.spec.tsx', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
